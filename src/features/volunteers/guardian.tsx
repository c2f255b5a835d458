import type { CodedVolunteer } from '@contract/volunteers';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { Field } from '@/components/field/field';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { denial } from '@/services/messages';
import { BornInput } from './born-input';
import { bornOnOf } from './day-of-birth';

const DATA = [
  { id: 'yes', title: '同意使用信息', note: '未满14岁的，一定要监护人同意' },
  { id: 'no', title: '纸上没有写' },
] as const;

function missingOf(guardian: string, photos: readonly string[]): string | undefined {
  if (!guardian.trim()) return '请写监护人姓名';
  return photos.length > 0 ? undefined : '请拍监护人签字的同意书';
}

/** The guardian's name and a photo of the signed paper. */
export function RecordConsent({ volunteer, code }: { volunteer: CodedVolunteer; code: string }) {
  const [guardian, setGuardian] = useState('');
  const [dataToo, setDataToo] = useState(true);
  const [photos, setPhotos] = useState<string[]>([]);
  const sending = useSending();
  const command = useCommand('volunteers.recordConsent');
  const { fields } = command;
  const denied = denial(volunteer.can.consent);
  const send = () => command.send({ code, guardian, dataToo, photos });
  return (
    <>
      <TextInput
        label="监护人姓名"
        value={guardian}
        onChange={setGuardian}
        max={30}
        error={fields.guardian}
      />
      <PhotoPicker
        label="签字的同意书"
        hint="拍清楚签名和日期"
        value={photos}
        onChange={setPhotos}
        onSending={sending.onSending}
      />
      <Field label="同意书上写了同意使用孩子的信息吗" error={fields.dataToo}>
        <ChoiceList
          label="同意使用信息"
          choices={DATA}
          value={dataToo ? 'yes' : 'no'}
          onChange={(chosen) => setDataToo(chosen === 'yes')}
        />
      </Field>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={denied ?? sending.reason ?? missingOf(guardian, photos)}>
        登记同意
      </Button>
    </>
  );
}

/** A minor's day of birth is put right by an office alone, with a reason. */
export function CorrectBornDay({ code }: { code: string }) {
  const [asking, setAsking] = useState(false);
  const [born, setBorn] = useState('');
  const command = useCommand('volunteers.correctBornDay');
  const bornOn = bornOnOf(born);
  return (
    <>
      <Button kind="plain" onTap={() => setAsking(true)}>
        出生日期填错了，更正
      </Button>
      {asking && (
        <ReasonSheet
          title="更正出生日期"
          text="请看过身份证、户口本再改。"
          confirm="更正"
          draft={`born:${code}`}
          max={100}
          reason={bornOn ? undefined : '请填对的出生日期'}
          error={command.error}
          onSend={(reason) => (bornOn ? command.send({ code, bornOn, reason }) : Promise.resolve(null))}
          onClose={() => setAsking(false)}
        >
          <BornInput value={born} onChange={setBorn} error={command.fields.bornOn} />
        </ReasonSheet>
      )}
    </>
  );
}
