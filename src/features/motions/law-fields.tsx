import type { Body, HouseholdsBase, Membership, Subject, Worth } from '@contract/decision';
import type { MotionChoices } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { messages } from '@/services/messages';
import { Articles } from './articles';
import type { MotionForm } from './use-draft-motion';

interface LawFieldsProps {
  choices: MotionChoices;
  form: MotionForm;
  change: (part: Partial<MotionForm>) => void;
  fields: Record<string, string>;
}

const MEMBERSHIPS = [
  { id: 'adults', title: '十八岁以上的人，一人一票' },
  { id: 'households', title: '每户一名代表，一户一票' },
] as const;

const BASES = [
  { id: 'cast', title: '投了票的户里过半同意' },
  { id: 'all', title: '全部户里过半同意' },
] as const;

/** Body, subject and worth: whatever the server offers here, with its reasons where it refuses. */
export function LawFields({ choices, form, change, fields }: LawFieldsProps) {
  const body = choices.bodies.find((one) => one.body === form.body);
  const subject = body?.subjects.find((one) => one.subject === form.subject);
  return (
    <>
      {choices.onlyOpinion && <Notice tone="clay" icon="talk" title={messages[choices.onlyOpinion]} />}
      <PickField<Body>
        label="由谁表决"
        choices={choices.bodies.map((one) => ({
          id: one.body,
          title: one.label,
          reason: one.may ? messages[one.may] : undefined,
        }))}
        value={form.body}
        onChange={(chosen) =>
          change({ body: chosen, membership: null, subject: null, worth: null, base: null })
        }
        error={fields.body}
      />
      {body && body.memberships.length > 0 && (
        <PickField<Membership>
          label="怎么算票"
          choices={MEMBERSHIPS.filter((one) => body.memberships.includes(one.id))}
          value={form.membership}
          onChange={(membership) => change({ membership })}
          error={fields.membership}
        />
      )}
      {body && (
        <PickField<Subject>
          label="表决什么事"
          choices={body.subjects.map((one) => ({
            id: one.subject,
            title: one.label,
            reason: one.refusal ? messages[one.refusal] : undefined,
          }))}
          value={form.subject}
          onChange={(chosen) => change({ subject: chosen, worth: null, base: null })}
          error={fields.subject}
        />
      )}
      {subject?.rule && subject.rule.lines.length > 0 && (
        <Notice tone="sky" icon="law" title="怎样才算通过">
          {subject.rule.lines.map((line) => (
            <View key={line.words}>
              <Text>{line.words}</Text>
            </View>
          ))}
          <Articles lines={subject.rule.lines} />
        </Notice>
      )}
      {subject?.rule?.id === 'households-majority' && (
        <PickField<HouseholdsBase>
          label="过半以什么为准"
          choices={BASES}
          value={form.base}
          onChange={(base) => change({ base })}
          error={fields.base}
        />
      )}
      {subject && (
        <PickField<Worth>
          label="这次表决的效力"
          choices={subject.worths.map((one) => ({ id: one.id, title: one.label, note: one.words }))}
          value={form.worth}
          onChange={(worth) => change({ worth })}
          error={fields.worth}
        />
      )}
    </>
  );
}
