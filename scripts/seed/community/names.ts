import type { Random } from '../random';

const words = (text: string): [string, ...string[]] => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

const SURNAMES = words(
  '李 王 张 刘 陈 杨 周 黄 吴 徐 赵 孙 朱 马 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 杜 叶 程 魏 苏 吕 丁 任 卢 钟 廖 姜',
);

const GIVEN = {
  old: words(
    '桂芳 素华 光全 德明 开秀 世全 永芬 朝富 明芳 国林 淑珍 兴发 正芬 代云 绍成 学贵 远芳 天佑 玉莲 昌荣 启明 登科 琼英 万福 先碧 守义 群芳 长根 友珍 思全',
  ),
  middle: words(
    '志刚 晓琴 建川 小蓉 跃进 春燕 文彬 丽萍 勇军 雪梅 俊杰 红霞 江涛 玉兰 海波 晓玲 成林 艳秋 洪亮 莉娟 庆丰 秋菊 利民 群英 大勇 小琼 卫东 佳慧 明强 冬梅',
  ),
  young: words('梓涵 浩宇 思雨 宇航 欣怡 子豪 雨桐 佳怡 俊熙 诗涵 一鸣 可馨 泽宇 语嫣 睿哲'),
};

export type Generation = keyof typeof GIVEN;

/** Invented names, each given once. */
export class Names {
  private readonly given = new Set<string>();

  constructor(private readonly random: Random) {}

  /** A name that stands in a text already. */
  keep(name: string): void {
    this.given.add(name);
  }

  take(generation: Generation, surname = this.surname()): string {
    for (;;) {
      const name = surname + this.random.pick(GIVEN[generation]);
      if (!this.given.has(name)) {
        this.given.add(name);
        return name;
      }
      if (this.random.next() < 0.1) return this.take(generation);
    }
  }

  surname(): string {
    return this.random.pick(SURNAMES);
  }
}
