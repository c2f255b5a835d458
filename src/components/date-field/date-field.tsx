import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { serverNow } from '@/services/server-clock';
import { dayOf, dayText } from '@/services/time';
import { Field, type FieldProps } from '../field/field';
import { Icon } from '../icon/icon';
import { PickBox } from '../pick-field/pick-field';
import { Sheet } from '../sheet/sheet';
import { Tap } from '../tap/tap';
import './date-field.scss';
import { monthAfter, monthOf } from './month';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

export interface CalendarProps {
  value: string | null;
  /** First and last day that can be picked, 'YYYY-MM-DD'. */
  from?: string;
  to?: string;
  onPick: (on: string) => void;
}

/** One month as a grid of days. */
export function Calendar({ value, from, to, onPick }: CalendarProps) {
  const today = dayOf(serverNow());
  const [shown, setShown] = useState((value ?? from ?? today).slice(0, 7));
  const month = monthOf(shown);
  const outside = (on: string) => (from !== undefined && on < from) || (to !== undefined && on > to);
  return (
    <View className="calendar">
      <View className="calendar-head">
        <Tap className="calendar-turn" onTap={() => setShown(monthAfter(shown, -1))} label="上个月">
          <Icon name="back" />
        </Tap>
        <Text className="calendar-title">{month.title}</Text>
        <Tap className="calendar-turn" onTap={() => setShown(monthAfter(shown, 1))} label="下个月">
          <Icon name="forward" />
        </Tap>
      </View>
      <View className="calendar-row">
        {WEEK.map((name) => (
          <Text key={name} className="calendar-weekday">
            {name}
          </Text>
        ))}
      </View>
      {month.weeks.map((week) => (
        <View key={week.find(Boolean)?.on} className="calendar-row">
          {week.map((day, column) =>
            day ? (
              <Tap
                key={day.on}
                className={`calendar-day ${day.on === value ? 'calendar-picked' : ''} ${day.on === today ? 'calendar-today' : ''}`}
                disabled={outside(day.on)}
                selected={day.on === value}
                label={`${month.title}${day.day}日`}
                onTap={() => onPick(day.on)}
              >
                <Text>{day.day}</Text>
              </Tap>
            ) : (
              <View key={`blank-${WEEK[column]}`} className="calendar-day" />
            ),
          )}
        </View>
      ))}
    </View>
  );
}

export interface DateFieldProps
  extends Omit<FieldProps, 'children' | 'counter'>,
    Omit<CalendarProps, 'onPick'> {
  onChange: (on: string) => void;
}

/** A day, 'YYYY-MM-DD', picked from a calendar. */
export function DateField({ value, from, to, onChange, ...field }: DateFieldProps) {
  const [open, setOpen] = useState(false);
  const pick = (on: string) => {
    onChange(on);
    setOpen(false);
  };
  return (
    <Field {...field}>
      <PickBox
        label={field.label}
        text={value === null ? null : dayText(value, serverNow())}
        placeholder="请选日期"
        icon="calendar"
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={field.label} onClose={() => setOpen(false)}>
        <Calendar value={value} from={from} to={to} onPick={pick} />
      </Sheet>
    </Field>
  );
}
