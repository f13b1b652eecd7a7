import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { CHOICES, OWN_KEYS, readConfig } from '../src/config';

const page = readFileSync(new URL('../../../docs/home-assistant.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((each) => each[1] ?? '');
const examples = blocks.filter((each) => each.includes('custom:frigate-reid-route-card'));

describe('the card in docs/home-assistant.md', () => {
  it('has one example', () => {
    expect(examples).toHaveLength(1);
  });

  it.each(examples)('takes the example, which shows every option', (text) => {
    const config = load(text) as Record<string, unknown>;
    expect(readConfig(config)).toMatchObject(config);
    expect(Object.keys(config).sort()).toEqual([...OWN_KEYS].sort());
    expect(Object.keys(config['show'] as object)).toEqual(Object.keys(readConfig({}).show));
  });

  it.each(Object.values(CHOICES).flat())('names the choice %s', (choice) => {
    expect(examples[0]).toMatch(new RegExp(`[ :(]${choice}\\b`));
  });
});
