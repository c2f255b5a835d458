/** Rules of the typed fields of a subscription message [D]: the field's name without its number is its type. */
const RULES: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^-?\d{1,32}(?:\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(?=\d)(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})?\s?(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?~\s?.+)?$/,
  date: /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?~\s?.+)?$/,
  amount: /^[¥￥$€£]?\d{1,10}(?:\.\d{1,2})?元?$/,
  phone_number: /^[\d+()\-# ]{1,17}$/,
  car_number: /^[\p{L}\p{N}]{1,8}$/u,
  name: /^(?:\p{Script=Han}[\p{Script=Han}·]{0,9}|[A-Za-z][A-Za-z .'-]{0,19})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** The first field that breaks the rule of its type or has no known type, or undefined when all are right. */
export function wrongField(data: Record<string, string>): string | undefined {
  return Object.entries(data).find(([name, text]) => {
    const type = name.replace(/\d+$/, '');
    const rule = Object.hasOwn(RULES, type) ? RULES[type] : undefined;
    return !rule || text === '' || !rule.test(text);
  })?.[0];
}
