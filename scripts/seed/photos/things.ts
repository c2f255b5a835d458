import type { Colour, Shape } from './canvas';

export const row = (count: number, make: (n: number) => Shape | Shape[]): Shape[] =>
  Array.from({ length: count }, (_, n) => make(n)).flat();

export const steps = (light: Colour, dark: Colour): Shape[] =>
  row(7, (n) => [
    { box: [60 + n * 48, 300 - n * 34, 480, 34], fill: n % 2 ? dark : light },
    { box: [60 + n * 48, 300 - n * 34, 480, 4], fill: dark },
  ]);

export const windows = (fill: Colour, left: number, top: number, across: number, down: number): Shape[] =>
  row(down, (y) => row(across, (x) => ({ box: [left + x * 44, top + y * 46, 26, 30], fill, round: 2 })));

export const car = (x: number, y: number, fill: Colour): Shape[] => [
  { box: [x + 22, y, 66, 30], fill, round: 12 },
  { box: [x, y + 20, 112, 30], fill, round: 9 },
  { box: [x + 32, y + 6, 46, 16], fill: '#dfe8ea', round: 5 },
  { disc: [x + 26, y + 52, 12], fill: '#2b2b2b' },
  { disc: [x + 86, y + 52, 12], fill: '#2b2b2b' },
];

export const people = (xs: readonly number[], y: number, fill: Colour): Shape[] =>
  xs.flatMap((x, n): Shape[] => [
    { disc: [x, y - 34 + (n % 3) * 4, 9], fill },
    { box: [x - 9, y - 24 + (n % 3) * 4, 18, 44], fill, round: 8 },
  ]);

export const bin = (x: number, y: number, fill: Colour): Shape[] => [
  { box: [x, y, 62, 92], fill, round: 6 },
  { box: [x - 5, y - 12, 72, 18], fill, round: 6 },
  { disc: [x + 31, y + 42, 13], fill: '#f4f1ea' },
];

export const scooter = (x: number, y: number, fill: Colour): Shape[] => [
  { disc: [x, y, 16], fill: '#2f3437' },
  { disc: [x + 66, y, 16], fill: '#2f3437' },
  { box: [x - 4, y - 24, 76, 16], fill, round: 8 },
  {
    polygon: [
      [x + 58, y - 20],
      [x + 66, y - 20],
      [x + 56, y - 62],
      [x + 48, y - 62],
    ],
    fill,
  },
  { box: [x - 6, y - 38, 40, 14], fill: '#3c4246', round: 6 },
];

export const yard: Shape[] = [
  { box: [0, 90, 150, 170], fill: '#c9b79c' },
  ...windows('#8a7a63', 16, 108, 3, 3),
  { box: [330, 60, 150, 200], fill: '#bfae93' },
  ...windows('#877860', 346, 78, 3, 4),
];
