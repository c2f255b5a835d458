import type { Picture } from './canvas';
import { people, row, steps, windows, yard } from './things';

/** Stairs, roof and yard. */
export const HOME_SCENES = {
  yardNight: {
    ground: ['#1d2540', '#39405c'],
    shapes: [
      { box: [0, 250, 480, 110], fill: '#2c3148' },
      { disc: [240, 120, 150], fill: '#f2c14e', glow: 0.7 },
      { disc: [240, 110, 16], fill: '#ffe9b0' },
      ...people([90, 135, 180, 225, 270, 315, 360, 400], 270, '#141a2c'),
      { box: [40, 262, 34, 58], fill: '#0f1424', round: 4 },
      { disc: [57, 300, 11], fill: '#48506e' },
    ],
  },
  yardSign: {
    ground: ['#bcd7e0', '#efe6d5'],
    shapes: [
      ...yard,
      { box: [0, 250, 480, 110], fill: '#d7c7a9' },
      { box: [232, 170, 14, 130], fill: '#6b5b46' },
      { box: [166, 110, 146, 90], fill: '#2e6b4f', round: 8 },
      { disc: [206, 155, 26], fill: '#f7f4ef' },
      { box: [204, 136, 4, 20], fill: '#2e6b4f' },
      { box: [204, 153, 16, 4], fill: '#2e6b4f' },
      ...row(3, (n) => ({ box: [246, 134 + n * 18, 50, 7], fill: '#d9e6dd', round: 3 })),
    ],
  },
  yardDusk: {
    ground: ['#e3b27c', '#f0dcc0'],
    shapes: [
      ...yard,
      { box: [0, 250, 480, 110], fill: '#c9ad84' },
      ...people([150, 200, 250, 300], 268, '#6b4a3a'),
    ],
  },
  stairsDark: {
    ground: ['#191a1f', '#2a2b31'],
    shapes: [
      ...steps('#34353c', '#222329'),
      { disc: [110, 60, 13], fill: '#3f4047' },
      { box: [107, 0, 6, 50], fill: '#3f4047' },
    ],
  },
  stairsWork: {
    ground: ['#5a564e', '#7a7263'],
    shapes: [
      ...steps('#8f8674', '#6f6757'),
      {
        polygon: [
          [150, 330],
          [162, 330],
          [214, 60],
          [202, 60],
        ],
        fill: '#d0a83a',
      },
      {
        polygon: [
          [262, 330],
          [250, 330],
          [202, 60],
          [214, 60],
        ],
        fill: '#b98f25',
      },
      ...row(5, (n) => ({ box: [164 + n * 8, 292 - n * 48, 86 - n * 17, 7], fill: '#d0a83a' })),
      { disc: [208, 40, 14], fill: '#f4efe2' },
    ],
  },
  stairsLit: {
    ground: ['#e9dcc0', '#c8b58f'],
    shapes: [
      { disc: [110, 60, 170], fill: '#fff4d1', glow: 0.9 },
      ...steps('#e6d8b8', '#bda983'),
      { disc: [110, 60, 15], fill: '#fffdf4' },
      { box: [107, 0, 6, 48], fill: '#8a7a5c' },
    ],
  },
  roofLeak: {
    ground: ['#cfc9be', '#b9b2a4'],
    shapes: [
      { disc: [250, 70, 92], fill: '#9c917d' },
      { disc: [300, 96, 60], fill: '#8a7f6c' },
      { disc: [228, 84, 50], fill: '#877b67' },
      ...row(5, (n) => ({ box: [226 + n * 17, 150 + (n % 3) * 34, 5, 20], fill: '#7b97a6', round: 2 })),
      {
        polygon: [
          [190, 270],
          [330, 270],
          [306, 340],
          [214, 340],
        ],
        fill: '#b5401f',
      },
      { box: [184, 262, 152, 14], fill: '#93341a', round: 6 },
    ],
  },
  roofWork: {
    ground: ['#a9c6d6', '#dfe8ea'],
    shapes: [
      {
        polygon: [
          [0, 200],
          [480, 150],
          [480, 360],
          [0, 360],
        ],
        fill: '#8c8a85',
      },
      {
        polygon: [
          [0, 260],
          [260, 228],
          [320, 360],
          [0, 360],
        ],
        fill: '#3a3f44',
      },
      { box: [300, 210, 130, 34], fill: '#2c3136', round: 16 },
      { disc: [300, 227, 17], fill: '#454b51' },
      ...people([190, 380], 210, '#d08a2e'),
    ],
  },
  roofNew: {
    ground: ['#9cc3dc', '#e8efee'],
    shapes: [
      {
        polygon: [
          [0, 200],
          [480, 150],
          [480, 360],
          [0, 360],
        ],
        fill: '#5d7f6c',
      },
      ...row(5, (n) => ({
        polygon: [
          [n * 110 - 60, 360],
          [n * 110 - 54, 360],
          [n * 88 + 60, 150],
          [n * 88 + 56, 150],
        ],
        fill: '#4f6f5e',
      })),
      { box: [380, 96, 54, 74], fill: '#b9b2a4' },
    ],
  },
  stairsLong: {
    ground: ['#d8d0c2', '#b6ab98'],
    shapes: [
      ...steps('#c7bca8', '#a3977f'),
      ...people([180, 296], 214, '#5b4a3d'),
      { box: [199, 182, 4, 70], fill: '#6b4f33' },
    ],
  },
  facade: {
    ground: ['#b9d3e2', '#e7ece9'],
    shapes: [
      { box: [70, 40, 330, 290], fill: '#cdb998' },
      ...windows('#7f715c', 92, 62, 3, 5),
      ...windows('#7f715c', 268, 62, 3, 5),
      { box: [222, 40, 34, 290], fill: '#e9dfca' },
      { box: [226, 30, 26, 300], fill: '#9fb7c0' },
      { box: [0, 328, 480, 32], fill: '#9c9484' },
    ],
  },
  ballot: {
    ground: ['#8a7a66', '#75654f'],
    shapes: [
      { box: [110, 24, 260, 316], fill: '#fbf8f1', round: 3 },
      { box: [150, 46, 180, 14], fill: '#4a4742', round: 3 },
      ...row(2, (n) => ({ box: [136, 80 + n * 20, 208, 7], fill: '#b9b2a4', round: 3 })),
      ...row(3, (n) => [
        { box: [150, 140 + n * 46, 28, 28], fill: '#4a4742', round: 2 },
        { box: [153, 143 + n * 46, 22, 22], fill: '#fbf8f1' },
        { box: [196, 150 + n * 46, 70, 9], fill: '#4a4742', round: 3 },
      ]),
      {
        polygon: [
          [153, 152],
          [159, 147],
          [165, 156],
          [184, 130],
          [189, 134],
          [166, 167],
        ],
        fill: '#b5401f',
      },
      { box: [150, 300, 96, 5], fill: '#3b5d8a' },
    ],
  },
  paper: {
    ground: ['#8a7a66', '#75654f'],
    shapes: [
      { box: [110, 24, 260, 316], fill: '#fbf8f1', round: 3 },
      { box: [170, 48, 140, 14], fill: '#4a4742', round: 3 },
      ...row(8, (n) => ({ box: [136, 88 + n * 24, n % 3 === 2 ? 150 : 208, 7], fill: '#b9b2a4', round: 3 })),
      { box: [136, 300, 84, 5], fill: '#3b5d8a' },
      { disc: [312, 286, 30], fill: '#b5401f' },
      { disc: [312, 286, 25], fill: '#fbf8f1' },
      { disc: [312, 286, 8], fill: '#b5401f' },
    ],
  },
} satisfies Record<string, Picture>;
