import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

// WeChat wants tab icons as local PNGs of 81×81; they are drawn from the one family in src/assets/icons.
// `npx tsx scripts/tab-icons.ts <path of a Chromium>` after changing one of these four.
const TABS = ['home', 'talk', 'grid', 'person'];
const COLOURS = { '': '#5B5F66', '-on': '#B5401F' };
const SIZE = 81;
const assets = path.resolve(__dirname, '../src/assets');

async function drawTabIcons(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  for (const name of TABS) {
    const svg = await readFile(path.join(assets, 'icons', `${name}.svg`), 'utf8');
    for (const [suffix, colour] of Object.entries(COLOURS)) {
      const drawn = svg.replace('#000', colour).replace('<svg ', '<svg width="65" height="65" ');
      await page.setContent(`<body style="margin:8px;line-height:0">${drawn}</body>`);
      await writeFile(
        path.join(assets, 'tab', `${name}${suffix}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
  await browser.close();
}

const chromiumPath = process.argv[2];
if (!chromiumPath) throw new Error('Say where Chromium is: npx tsx scripts/tab-icons.ts /usr/bin/chromium');
void drawTabIcons(chromiumPath);
