import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './aria-attributes.json';

// Before the first page renders: the runtime reads its table of attributes once.
if (process.env.TARO_ENV === 'weapp') mergeInternalComponents(attributes);
