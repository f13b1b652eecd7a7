import { describe, expect, it } from 'vitest';
import type { Branch } from '../../src/api/models';
import { branchLines } from '../../src/plan/branches';
import { layoutRoute } from '../../src/plan/route-layout';

const PLACES = new Map([
  ['gate', { x: 0, y: 0 }],
  ['drive', { x: 100, y: 0 }],
  ['garden', { x: 100, y: 100 }],
]);
const leg = (camera: string, start_s: number) => ({
  sighting_id: camera,
  camera,
  start_s,
  end_s: start_s + 5,
  certainty: 'likely' as const,
});
const branch = (after: string, camera: string): Branch => ({
  after,
  instead_of: 'drive',
  sighting_id: 'r',
  camera,
  start_s: 12,
  end_s: 15,
  crop_id: null,
  identity_id: 'p2',
  identity_label: 'Person 2',
  probability: 0.4,
  leg_probability: 0.5,
});

describe('a branch of a route', () => {
  const layout = layoutRoute([leg('gate', 0), leg('drive', 10)], [], PLACES);

  it('leads from the stop before the doubted leg to the other camera', () => {
    const [line] = branchLines([branch('gate', 'garden')], layout, PLACES);
    expect(line).toMatchObject({ from: { x: 0, y: 0 }, to: { x: 100, y: 100 } });
    expect(line?.branch.probability).toBe(0.4);
  });

  it('does not cover the route where both lead to one camera', () => {
    const [line] = branchLines([branch('gate', 'drive')], layout, PLACES);
    expect(Math.sign(line?.bend.y ?? 0)).toBe(-Math.sign(layout.lines[0]?.bend.y ?? 0));
  });

  it.each([branch('gate', 'gate'), branch('gate', 'shed'), branch('garden', 'drive')])(
    'is not drawn without two places: $after to $camera',
    (nowhere) => {
      expect(branchLines([nowhere], layout, PLACES)).toEqual([]);
    },
  );
});
