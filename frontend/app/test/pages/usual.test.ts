import { describe, expect, it } from 'vitest';
import type { Edge } from '@frigate-reid/shared/api/models';
import { retentionWords } from '../../src/pages/person/retention-line';
import { usualTime, usualWords } from '../../src/pages/person/usual-time';
import { leg } from '../fake-api';

const edge: Edge = {
  from_camera: 'gate',
  from_instance: 'frigate',
  to_camera: 'drive',
  to_instance: 'frigate',
  count: 9,
  overlaps: 0,
  p5_s: 40,
  p50_s: 50,
  p95_s: 70.4,
  rule: 'learned',
};

describe('the usual time on a way', () => {
  const [gate, drive] = [leg('gate', 100, 110), leg('drive', 160, 170)];

  it('is what was learned of it, in this direction', () => {
    const usual = usualTime([edge], gate, drive);
    expect(usual).toEqual({ p5_s: 40, p50_s: 50, p95_s: 70.4, walks: 9 });
    expect(usual && usualWords(usual)).toBe('usually 0:40 to 1:10');
    expect(usualTime([edge], drive, gate)).toBeNull();
    expect(usualTime([edge], { ...gate, frigate_instance: 'barn' }, drive)).toBeNull();
  });

  it('is not told of a way that hardly anybody took', () => {
    expect(usualTime([{ ...edge, count: 2 }], gate, drive)).toBeNull();
    expect(usualTime([{ ...edge, p5_s: null }], gate, drive)).toBeNull();
  });
});

describe('how long a person is kept', () => {
  const days = { unnamed_days: 14, named_days: null, pictures_days: 7, exports_days: 1 };

  it.each([
    [days, true, 'Kept until you delete them. Pictures for 7 days.'],
    [days, false, 'Sightings are kept for 14 days, and longer with a name. Pictures for 7 days.'],
    [{ ...days, named_days: 7 }, false, 'Sightings are kept for 14 days. Pictures for 7 days.'],
    [{ ...days, named_days: 30 }, true, 'Sightings are kept for 30 days. Pictures for 7 days.'],
    [
      { ...days, pictures_days: 30 },
      false,
      'Sightings are kept for 14 days, and longer with a name.',
    ],
    [{ ...days, pictures_days: null }, true, 'Kept until you delete them.'],
  ])('%o, named: %s', (kept, named, words) => {
    expect(retentionWords(kept, named)).toBe(words);
  });
});
