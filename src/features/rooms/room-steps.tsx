import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Stepper } from '@/components/stepper/stepper';
import { TextInput } from '@/components/text-input/text-input';
import { DisplacedLines } from './displaced-lines';
import { HoursFields } from './hours-fields';
import { PurposeFields } from './purpose-fields';
import { userChoices } from './room-words';
import { rulesOf, type StepProps, type useKeepRoom } from './use-keep-room';

/** 1. What the room is. */
export function WhatStep({
  value,
  change,
  fields,
  onSending,
}: StepProps & { onSending: (count: number) => void }) {
  return (
    <>
      <TextInput
        label="房间名称"
        value={value.name}
        onChange={(name) => change({ name })}
        placeholder="比如：百言堂议事厅"
        max={30}
        error={fields.name}
      />
      <TextInput
        label="坐得下多少人"
        kind="number"
        value={value.capacity}
        onChange={(capacity) => change({ capacity })}
        max={4}
        error={fields.capacity}
      />
      <TextInput
        label="有什么设备"
        optional
        hint="用顿号分开"
        value={value.equipment}
        onChange={(equipment) => change({ equipment })}
        placeholder="比如：投影、音响、空调"
        max={120}
        error={fields.equipment ?? fields['equipment.0']}
      />
      <PhotoPicker
        label="照片"
        optional
        max={6}
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={onSending}
      />
    </>
  );
}

/** 2. When it is open, and whom other hours put out. */
export function HoursStep({
  value,
  change,
  fields,
  preview,
}: StepProps & { preview: ReturnType<typeof useKeepRoom>['preview'] }) {
  return (
    <>
      <HoursFields
        hours={value.hours}
        onChange={(hours) => change({ hours })}
        error={fields['hours.weekly'] ?? fields.hours}
      />
      {preview && <Loaded of={preview}>{(shown) => <DisplacedLines preview={shown} />}</Loaded>}
    </>
  );
}

/** 3. Who may book it, and what for. */
export function WhoStep(props: StepProps) {
  const { rules } = props.value;
  const set = rulesOf(props);
  return (
    <>
      <Field label="谁可以订">
        <ChoiceList
          label="谁可以订"
          choices={userChoices}
          value={rules.who}
          onChange={(who) => set({ who })}
        />
      </Field>
      <PurposeFields
        value={rules.purposes}
        onChange={(purposes) => set({ purposes })}
        error={props.fields['rules.purposes']}
      />
      <Stepper
        label="每户每月最多几次"
        hint={rules.quota === 0 ? '0 次就是不限' : undefined}
        value={rules.quota}
        min={0}
        max={31}
        unit="次"
        onChange={(quota) => set({ quota })}
      />
    </>
  );
}
