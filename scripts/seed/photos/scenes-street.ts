import type { Picture } from './canvas';
import { bin, car, people, row, scooter } from './things';

/** What stands around the houses, and a certificate. */
export const STREET_SCENES = {
  laneBlocked: {
    ground: ['#c9d6d8', '#d9d2c3'],
    shapes: [
      {
        polygon: [
          [170, 130],
          [310, 130],
          [480, 360],
          [0, 360],
        ],
        fill: '#8d8a84',
      },
      {
        polygon: [
          [234, 130],
          [246, 130],
          [262, 360],
          [218, 360],
        ],
        fill: '#e3b23c',
      },
      ...car(150, 214, '#9b3b2e'),
      ...car(246, 266, '#3c6e8f'),
      ...people([420], 300, '#3a3a3a'),
    ],
  },
  eastLot: {
    ground: ['#bfd8de', '#ece5d6'],
    shapes: [
      { box: [0, 150, 480, 210], fill: '#b6a98f' },
      { box: [0, 140, 480, 14], fill: '#6f8f6b' },
      ...row(9, (n) => ({ disc: [30 + n * 54, 136, 24], fill: n % 2 ? '#5f8a5c' : '#719b6b' })),
      ...row(7, (n) => ({ disc: [50 + n * 66, 210 + (n % 3) * 46, 12], fill: '#a2957b' })),
    ],
  },
  wires: {
    ground: ['#6f6a62', '#8b8579'],
    shapes: [
      { box: [0, 270, 480, 90], fill: '#5d5850' },
      {
        polygon: [
          [90, 0],
          [95, 0],
          [180, 214],
          [174, 216],
        ],
        fill: '#1e1e1e',
      },
      {
        polygon: [
          [210, 0],
          [215, 0],
          [262, 220],
          [256, 222],
        ],
        fill: '#7c2b1c',
      },
      {
        polygon: [
          [360, 0],
          [365, 0],
          [346, 218],
          [340, 218],
        ],
        fill: '#1e1e1e',
      },
      ...scooter(120, 290, '#b5401f'),
      ...scooter(220, 296, '#2f5f86'),
      ...scooter(320, 290, '#3f6f4c'),
    ],
  },
  shed: {
    ground: ['#c4dae2', '#eee7d8'],
    shapes: [
      {
        polygon: [
          [40, 110],
          [440, 80],
          [440, 104],
          [40, 134],
        ],
        fill: '#2e6b4f',
      },
      ...row(4, (n) => ({ box: [62 + n * 118, 118, 8, 190], fill: '#5f6b66' })),
      ...row(3, (n) => ({ box: [104 + n * 118, 176, 34, 56], fill: '#f1ede4', round: 6 })),
      ...row(3, (n) => ({ disc: [121 + n * 118, 196, 8], fill: '#2e6b4f' })),
      { box: [0, 306, 480, 54], fill: '#c2b496' },
    ],
  },
  binsMess: {
    ground: ['#cdbfa6', '#b6a587'],
    shapes: [
      { box: [0, 250, 480, 110], fill: '#a08f72' },
      ...bin(150, 176, '#5b5f66'),
      { disc: [260, 266, 34], fill: '#2f2f33' },
      { disc: [310, 274, 28], fill: '#3d3a35' },
      { disc: [112, 276, 26], fill: '#47423a' },
      { box: [336, 262, 44, 30], fill: '#c49a6c', round: 3 },
    ],
  },
  binsSorted: {
    ground: ['#cfe0dc', '#efe9db'],
    shapes: [
      {
        polygon: [
          [40, 96],
          [440, 96],
          [416, 132],
          [64, 132],
        ],
        fill: '#6d7f77',
      },
      { box: [0, 268, 480, 92], fill: '#d5c8ac' },
      ...bin(70, 176, '#2e6b4f'),
      ...bin(160, 176, '#2f5f86'),
      ...bin(250, 176, '#b5401f'),
      ...bin(340, 176, '#5b5f66'),
    ],
  },
  busStop: {
    ground: ['#151b2b', '#2c3347'],
    shapes: [
      { box: [90, 120, 250, 16], fill: '#3d465c' },
      { box: [102, 136, 10, 170], fill: '#323a4f' },
      { box: [318, 136, 10, 170], fill: '#323a4f' },
      { box: [130, 238, 170, 12], fill: '#39425a' },
      { box: [0, 304, 480, 56], fill: '#1c2233' },
      ...people([380], 270, '#0e121e'),
    ],
  },
  airDrip: {
    ground: ['#d9d3c6', '#c3bbaa'],
    shapes: [
      { box: [150, 70, 180, 110], fill: '#eef0ee', round: 10 },
      { disc: [220, 125, 42], fill: '#c9cfcd' },
      { disc: [220, 125, 26], fill: '#aab2b0' },
      ...row(4, (n) => ({ box: [252, 190 + n * 34, 6, 20], fill: '#6f9ab0', round: 3 })),
      {
        polygon: [
          [120, 318],
          [380, 300],
          [380, 316],
          [120, 334],
        ],
        fill: '#8a5a44',
      },
    ],
  },
  airPipe: {
    ground: ['#dcd6c9', '#c7bfae'],
    shapes: [
      { box: [150, 70, 180, 110], fill: '#eef0ee', round: 10 },
      { disc: [220, 125, 42], fill: '#c9cfcd' },
      { disc: [220, 125, 26], fill: '#aab2b0' },
      { box: [250, 176, 12, 184], fill: '#f7f7f2', round: 6 },
      { box: [242, 220, 28, 10], fill: '#8f9795' },
      { box: [242, 300, 28, 10], fill: '#8f9795' },
    ],
  },
  doorOpen: {
    ground: ['#b9b2a4', '#9c9484'],
    shapes: [
      { box: [140, 50, 200, 310], fill: '#3d3a35' },
      {
        polygon: [
          [140, 50],
          [216, 84],
          [216, 360],
          [140, 360],
        ],
        fill: '#6f7f8c',
      },
      { box: [352, 176, 32, 50], fill: '#8d3a2a', round: 4 },
    ],
  },
  doorShut: {
    ground: ['#c6bfb1', '#aaa293'],
    shapes: [
      { box: [140, 50, 200, 310], fill: '#54707f' },
      { box: [150, 60, 86, 290], fill: '#6c8b9b' },
      { box: [244, 60, 86, 290], fill: '#6c8b9b' },
      { box: [352, 176, 32, 50], fill: '#e6ebe8', round: 4 },
      { disc: [368, 192, 7], fill: '#2e6b4f' },
    ],
  },
  manhole: {
    ground: ['#8f8b83', '#7d786f'],
    shapes: [
      { disc: [240, 190, 106], fill: '#4a4742' },
      { disc: [252, 180, 98], fill: '#66625b' },
      ...row(5, (n) => ({ box: [176 + n * 32, 130, 10, 100], fill: '#4f4b45', round: 4 })),
      {
        polygon: [
          [20, 330],
          [460, 318],
          [460, 326],
          [20, 338],
        ],
        fill: '#6a665e',
      },
    ],
  },
  certificate: {
    ground: ['#7d6a55', '#6b5946'],
    shapes: [
      { box: [90, 40, 300, 280], fill: '#f6f1e4', round: 4 },
      { box: [90, 40, 300, 46], fill: '#9b2d22', round: 4 },
      ...row(6, (n) => ({ box: [120, 118 + n * 26, n % 2 ? 200 : 240, 9], fill: '#c6bda8', round: 4 })),
      { disc: [326, 270, 32], fill: '#b5401f' },
      { disc: [326, 270, 24], fill: '#f6f1e4' },
    ],
  },
} satisfies Record<string, Picture>;
