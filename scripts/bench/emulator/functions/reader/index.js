const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const ballots = () => cloud.database().collection('ballots');

const READS = {
  id: (n) => ballots().doc(`b${n}`).get(),
  compound: (n) =>
    ballots()
      .where({ motionId: `m${n % 50}`, home: `h${n}` })
      .get(),
};

/** Reads `times` documents one after the other, or all at once, and answers the ms of each, or of all. */
exports.main = async ({ read = 'id', times = 1, atOnce = false, documents = 1000 }) => {
  const numbers = Array.from({ length: times }, (_, n) => (n * 7919) % documents);
  if (atOnce) {
    const startedAt = performance.now();
    await Promise.all(numbers.map((n) => READS[read](n)));
    return { ms: [performance.now() - startedAt] };
  }
  const ms = [];
  for (const n of numbers) {
    const startedAt = performance.now();
    const { data } = await READS[read](n);
    ms.push(performance.now() - startedAt);
    if (data._id !== `b${n}` && data[0]?._id !== `b${n}`) throw new Error(`read ${JSON.stringify(data)}`);
  }
  return { ms };
};
