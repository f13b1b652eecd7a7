import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const [url, token] = readFileSync('/tmp/stage/out.txt', 'utf8').trim().split('\n').pop().split(' ');
const routes = process.argv[2].split(',');
const variants = (process.argv[3] ?? '1440-light,390-light').split(',');
const action = process.argv[4];
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const v of variants) {
  const [w, theme] = v.split('-');
  const ctx = await b.newContext({
    viewport: { width: +w, height: +w < 500 ? 844 : 900 },
    colorScheme: theme,
    deviceScaleFactor: 1,
    hasTouch: +w < 500,
  });
  await ctx.addInitScript((t) => sessionStorage.setItem('frigate-reid-token', t), token);
  const page = await ctx.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log('console', v, m.text()));
  page.on('pageerror', (e) => console.log('pageerror', v, e.message, e.stack?.slice(0, 400)));
  for (const r of routes) {
    await page.goto(url + '/#/' + r);
    await page.waitForTimeout(1500);
    if (action) {
      try {
        await eval('(async()=>{' + action + '})()');
      } catch (e) {
        console.log('action', e.message);
      }
    }
    const name = r.replace(/[^a-z0-9]+/gi, '-').slice(0, 40) || 'home';
    await page.screenshot({ path: `/tmp/stage/${name}-${v}.png`, fullPage: !!process.env.FULL });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log('overflow', r, v, over);
  }
  await ctx.close();
}
await b.close();
