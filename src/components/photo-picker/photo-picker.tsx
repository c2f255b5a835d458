import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { asCallError } from '@/services/call-error';
import { photoAddress, uploadPhoto } from '@/services/cloud';
import { messages } from '@/services/messages';
import type { ChosenPhoto } from '@/services/transport';
import { Field, type FieldProps } from '../field/field';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import '../photo-grid/photo-grid.scss';
import './photo-picker.scss';

export interface PhotoPickerProps extends Omit<FieldProps, 'children' | 'counter' | 'error'> {
  /** File ids of the photos that are in storage. */
  value: readonly string[];
  onChange: (fileIds: string[]) => void;
  max?: number;
  /** Told how many photos are on their way, so that the form is not sent without them. */
  onSending: (count: number) => void;
}

/** For a form with photos: `sending.reason` is why it cannot be sent yet. */
export function useSending() {
  const [count, onSending] = useState(0);
  return { onSending, reason: count > 0 ? '照片正在传，请等一下再交' : undefined };
}

const UNREADABLE = '这张照片打不开，请换一张';

/**
 * What was chosen; nothing where the chooser was closed, which is no error.
 * @throws Error when nothing of what was chosen can be read: the browser then gives an empty list, the phone a reason
 */
async function choosePhotos(count: number): Promise<ChosenPhoto[]> {
  const chosen = await Taro.chooseImage({ count, sizeType: ['compressed'] }).catch((error: unknown) => {
    if (/cancel|abort/.test((error as { errMsg?: string }).errMsg ?? '')) return null;
    throw new Error(UNREADABLE);
  });
  if (chosen?.tempFiles.length === 0) throw new Error(UNREADABLE);
  return (chosen?.tempFiles ?? []).map(({ path, size, originalFileObj }) => ({
    path,
    size,
    file: originalFileObj,
  }));
}

/** Photos are sent as soon as they are chosen; what was not sent says so and can be tried again. */
function usePhotoUpload(props: PhotoPickerProps) {
  const { value, onChange, max = 9 } = props;
  // Sending takes a while: meanwhile photos may be removed, and the form around may be drawn anew.
  const latest = useRef(props);
  latest.current = props;
  const [sending, setSending] = useState(0);
  const tell = (count: number) => {
    setSending(count);
    latest.current.onSending(count);
  };
  const [unsent, setUnsent] = useState<ChosenPhoto[]>([]);
  const [error, setError] = useState<string>();

  const send = async (chosen: ChosenPhoto[]) => {
    setError(undefined);
    tell(chosen.length);
    const sent: string[] = [];
    const failed: ChosenPhoto[] = [];
    for (const photo of chosen) {
      try {
        sent.push(await uploadPhoto(photo));
      } catch (failure) {
        failed.push(photo);
        setError(`${failed.length} 张照片没有传上去。${messages[asCallError(failure).code]}`);
      }
      if (sent.length + failed.length < chosen.length) tell(chosen.length - sent.length - failed.length);
    }
    setUnsent(failed);
    const now = latest.current;
    if (sent.length > 0) now.onChange([...now.value, ...sent].slice(0, max));
    tell(0);
  };

  return {
    sending,
    unsent,
    error,
    choose: () =>
      choosePhotos(max - value.length).then(send, (failure: unknown) => setError((failure as Error).message)),
    retry: () => void send(unsent),
    remove: (fileId: string) => onChange(value.filter((other) => other !== fileId)),
  };
}

export function PhotoPicker(props: PhotoPickerProps) {
  const { value, onChange: _onChange, onSending: _onSending, max = 9, ...field } = props;
  const { sending, unsent, error, choose, retry, remove } = usePhotoUpload(props);
  return (
    <Field {...field} error={error}>
      <View className="photo-grid">
        {value.map((fileId, index) => (
          <View key={fileId} className="photo-frame">
            <Image className="photo" src={photoAddress(fileId)} mode="aspectFill" />
            <Tap className="photo-remove" label={`删掉第 ${index + 1} 张照片`} onTap={() => remove(fileId)}>
              <View className="photo-remove-disc">
                <Icon name="close" />
              </View>
            </Tap>
          </View>
        ))}
        {sending === 0 && value.length < max && (
          <Tap className="photo-frame photo-add" label="添加照片" onTap={() => void choose()}>
            <View className="photo-add-words">
              <Icon name="camera" />
              <Text>添加照片</Text>
            </View>
          </Tap>
        )}
        {sending > 0 && (
          <View className="photo-frame photo-add">
            <View className="photo-add-words">
              <Text>正在传 {sending} 张</Text>
            </View>
          </View>
        )}
      </View>
      {unsent.length > 0 && sending === 0 && (
        <Tap className="photo-retry" onTap={retry}>
          <Text>再传一次</Text>
        </Tap>
      )}
    </Field>
  );
}
