import { describe, expect, it } from 'vitest';
import type { Floor, Passage, Placement } from '../../src/api/models';
import { hopsOf } from '../../src/plan/passages';
import { placesOf } from '../../src/plan/places';
import { layoutRoute, positionAt } from '../../src/plan/route-layout';

const floor = (id: string): Floor => ({
  id,
  name: id.toUpperCase(),
  level: 0,
  width: 100,
  height: 100,
  has_picture: false,
  metres_per_unit: null,
  north_deg: null,
});
const at = (camera: string, floor_id: string, x: number): Placement => ({
  camera,
  frigate_instance: 'frigate',
  floor_id,
  x,
  y: 0,
  heading_deg: 0,
  view_deg: 90,
  range_units: 10,
});
const joined = (kind: Passage['kind'], a: string, b: string, x: number): Passage => ({
  id: `${a}${b}${x}`,
  kind,
  ends: [
    { floor_id: a, x, y: 0 },
    { floor_id: b, x: x + 1, y: 0 },
  ],
});
const PLAN = {
  floors: ['a', 'b', 'c'].map(floor),
  placements: [at('hall', 'a', 10), at('shed', 'a', 90), at('attic', 'b', 50), at('roof', 'c', 50)],
  passages: [
    joined('stairs', 'a', 'b', 20),
    joined('door', 'b', 'a', 80),
    joined('lift', 'b', 'c', 60),
  ],
};
const leg = (camera: string, start_s: number) => ({
  sighting_id: `${camera}${start_s}`,
  camera,
  start_s,
  end_s: start_s + 5,
  certainty: 'likely' as const,
});

describe('a route over several floors', () => {
  const legs = [leg('hall', 0), leg('attic', 10), leg('shed', 20), leg('roof', 30)];

  it('leaves by the nearest door, and comes back by the one nearest to where it goes', () => {
    expect(hopsOf(PLAN, 'a', legs).flatMap((hop) => hop.crossings)).toEqual([
      { index: 0, at: { x: 20, y: 0 }, kind: 'stairs', floor: 'B' },
      { index: 1, at: { x: 81, y: 0 }, kind: 'door', floor: 'B' },
      { index: 2, at: { x: 81, y: 0 }, kind: 'door', floor: 'B' },
    ]);
  });

  it('is drawn to the door and from the door, never straight past the other floor', () => {
    const places = new Map([
      ['hall', { x: 10, y: 0 }],
      ['shed', { x: 90, y: 0 }],
    ]);
    const layout = layoutRoute(legs, [], places, hopsOf(PLAN, 'a', legs));
    expect(layout.lines.map(({ from, to }) => [from.x, to.x])).toEqual([
      [10, 20],
      [81, 90],
      [90, 81],
    ]);
    expect(layout.unplaced).toEqual([2, 4]);
    expect(layoutRoute(legs, [], places).lines).toHaveLength(1);
  });

  it('takes one way, whichever floor is shown: the shortest over all doors', () => {
    // Stairs by the hall, but a long walk upstairs; the door is farther off and nearer in all.
    const plan = {
      ...PLAN,
      placements: [at('hall', 'a', 10), at('attic', 'b', 95)],
      passages: [joined('stairs', 'a', 'b', 0), joined('door', 'a', 'b', 60)],
    };
    const climb = [leg('hall', 0), leg('attic', 30)];
    const [below] = hopsOf(plan, 'a', climb);
    const [above] = hopsOf(plan, 'b', climb);
    expect(below?.crossings).toMatchObject([{ kind: 'door', at: { x: 60 }, floor: 'B' }]);
    expect(above?.crossings).toMatchObject([{ kind: 'door', at: { x: 61 }, floor: 'A' }]);
  });

  it('is drawn on a floor that it only passes', () => {
    const plan = { ...PLAN, placements: [at('hall', 'a', 10), at('roof', 'c', 50)] };
    const climb = [leg('hall', 0), leg('roof', 30)];
    const layout = layoutRoute(climb, [], new Map(), hopsOf(plan, 'b', climb));
    expect(layout.lines.map(({ from, to }) => [from.x, to.x])).toEqual([[21, 60]]);
    expect(layout.crossings.map((each) => each.floor)).toEqual(['A', 'C']);
  });

  it('has its walker on one floor at a time, who walks to the door and from it', () => {
    const climb = [leg('hall', 0), leg('attic', 10)];
    const on = (floor: string) => {
      const at = placesOf({ ...PLAN, cameras: [], edges: [] }, ['hall', 'attic'], floor).at;
      return layoutRoute(climb, [], at, hopsOf(PLAN, floor, climb));
    };
    const [below, above] = [on('a'), on('b')];
    // 10 units to the stairs, 29 from there: a quarter of the five seconds is below.
    expect(positionAt(below, 5.64)?.x).toBeCloseTo(15, 0);
    expect(positionAt(above, 5.64)).toBeNull();
    expect(positionAt(below, 8)).toBeNull();
    expect(positionAt(above, 8)?.x).toBeCloseTo(34.4, 0);
    expect(positionAt(above, 9.999999)?.x).toBeCloseTo(50, 0);
    expect(positionAt(below, 12)).toBeNull();
  });

  it('knows nothing of floors that nothing joins, nor of older services', () => {
    expect(hopsOf({ ...PLAN, passages: [] }, 'a', legs)).toEqual([]);
    expect(hopsOf({ floors: PLAN.floors, placements: PLAN.placements }, 'a', legs)).toEqual([]);
    expect(hopsOf(null, 'a', legs)).toEqual([]);
    expect(hopsOf(PLAN, 'a', [leg('hall', 0), leg('nowhere', 9)])).toEqual([]);
  });
});
