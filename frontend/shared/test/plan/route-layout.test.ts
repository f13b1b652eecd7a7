import { describe, expect, it } from 'vitest';
import type { Leg, Plan } from '../../src/api/models';
import { conePath, headingTo } from '../../src/plan/cone';
import { placesOf } from '../../src/plan/places';
import { layoutRoute, onCurve, positionAt, stopsByCamera } from '../../src/plan/route-layout';
import { moved, wholeOf, zoomed } from '../../src/plan/view-box';

const leg = (camera: string, start_s: number, end_s: number, firm = true): Leg => ({
  certainty: firm ? 'likely' : 'unsure',
  doubted: false,
  sighting_id: `${camera}-${start_s}`,
  event_id: '',
  frigate_instance: 'frigate',
  camera,
  start_s,
  end_s,
  firm,
  crop_id: null,
});
const gap = (from: Leg, to: Leg) => ({
  from_camera: from.camera,
  to_camera: to.camera,
  seconds: to.start_s - from.end_s,
});
const PLACES = new Map([
  ['gate', { x: 0, y: 0 }],
  ['drive', { x: 100, y: 0 }],
  ['garden', { x: 100, y: 100 }],
]);

describe('a route on a plan', () => {
  const [first, second, third, last] = [
    leg('gate', 0, 10),
    leg('drive', 20, 30),
    leg('garden', 40, 50, false),
    leg('gate', 900, 910),
  ] as const;
  const legs = [first, second, third, last];
  const gaps = [gap(first, second), gap(second, third), gap(third, last)];
  const layout = layoutRoute(legs, gaps, PLACES);

  it('is solid where it is sure, dashed where it is not, dotted where nobody was seen', () => {
    expect(layout.lines.map((line) => line.style)).toEqual(['solid', 'dashed', 'dotted']);
    expect(layout.lines.map((line) => line.gap_s)).toEqual([10, 10, 850]);
  });

  it('numbers its stops, several at one camera', () => {
    expect(stopsByCamera(layout.stops)).toEqual([
      { camera: 'gate', at: { x: 0, y: 0 }, numbers: [1, 4] },
      { camera: 'drive', at: { x: 100, y: 0 }, numbers: [2] },
      { camera: 'garden', at: { x: 100, y: 100 }, numbers: [3] },
    ]);
  });

  it('goes around a camera without a place, and says so by a dotted line', () => {
    const passing = [first, leg('shed', 12, 15), second];
    const around = layoutRoute(passing, [], PLACES);
    expect(around.unplaced).toEqual([2]);
    expect(around.lines).toMatchObject([{ style: 'dotted', gap_s: 10 }]);
  });

  it('draws no line from a camera to itself', () => {
    expect(layoutRoute([leg('gate', 0, 5), leg('gate', 9, 12)], [], PLACES).lines).toEqual([]);
  });

  it('has a walker who stands on cameras and walks between them', () => {
    expect(positionAt(layout, -1)).toBeNull();
    expect(positionAt(layout, 5)).toEqual({ x: 0, y: 0 });
    const halfway = positionAt(layout, 15);
    expect(halfway?.x).toBeCloseTo(50);
    expect(positionAt(layout, 9999)).toBeNull();
  });

  it('bends there and back to different sides', () => {
    const there = layoutRoute(
      [leg('gate', 0, 1), leg('drive', 2, 3), leg('gate', 4, 5)],
      [],
      PLACES,
    );
    const [out, back] = there.lines;
    expect(Math.sign(out?.bend.y ?? 0)).toBe(-Math.sign(back?.bend.y ?? 0));
  });
});

describe('a curve', () => {
  it('leads from its beginning to its end', () => {
    const [from, bend, to] = [
      { x: 0, y: 0 },
      { x: 5, y: 9 },
      { x: 10, y: 0 },
    ] as const;
    expect(onCurve(from, bend, to, 0)).toEqual(from);
    expect(onCurve(from, bend, to, 0.5)).toEqual({ x: 5, y: 4.5 });
    expect(onCurve(from, bend, to, 1)).toEqual(to);
  });
});

describe('places of cameras', () => {
  const floor = (id: string, level: number) => ({
    id,
    name: id,
    level,
    width: 800,
    height: 600,
    has_picture: false,
    metres_per_unit: null,
    north_deg: null,
  });
  const placement = (camera: string, floor_id: string) => ({
    camera,
    frigate_instance: 'frigate',
    floor_id,
    x: 10,
    y: 20,
    heading_deg: 0,
    view_deg: 90,
    range_units: 50,
  });
  const plan: Plan = {
    floors: [floor('ground', 0), floor('upper', 1)],
    placements: [
      placement('hall', 'ground'),
      placement('attic', 'upper'),
      placement('bath', 'upper'),
    ],
    cameras: [],
    edges: [],
    passages: [],
  };

  it('are those of the floor that has most of them', () => {
    const places = placesOf(plan, ['attic', 'bath', 'hall']);
    expect(places.floor?.id).toBe('upper');
    expect([...places.at.keys()]).toEqual(['attic', 'bath']);
    expect(placesOf(plan, ['attic'], 'ground').floor?.id).toBe('ground');
  });

  it('are drawn in a circle while nothing is known, all within the drawing', () => {
    const places = placesOf(null, ['a', 'b', 'c']);
    expect(places.schematic).toBe(true);
    for (const at of places.at.values()) {
      expect(at.x).toBeGreaterThan(0);
      expect(at.x).toBeLessThan(places.width);
      expect(at.y).toBeGreaterThan(0);
      expect(at.y).toBeLessThan(places.height);
    }
  });

  it('follow what walking times suggest', () => {
    const camera = (name: string, x: number) => ({
      name,
      frigate_instance: 'frigate',
      placement: null,
      calibrated: false,
      suggested: { x, y: 0.5 },
    });
    const suggested = { ...plan, placements: [], cameras: [camera('a', 0), camera('b', 1)] };
    const { at } = placesOf(suggested, ['a', 'b']);
    expect(at.get('a')?.x).toBeLessThan(at.get('b')?.x ?? 0);
  });
});

describe('drawing', () => {
  it('a cone begins and ends at the camera', () => {
    expect(conePath({ x: 0, y: 0 }, 0, 90, 100)).toBe(
      'M0 0L-70.71 -70.71A100 100 0 0 1 70.71 -70.71Z',
    );
    expect(conePath({ x: 0, y: 0 }, 0, 270, 100)).toContain('0 1 1');
  });

  it.each([
    [{ x: 0, y: -5 }, 0],
    [{ x: 5, y: 0 }, 90],
    [{ x: 0, y: 5 }, 180],
    [{ x: -5, y: 0 }, 270],
  ])('a heading to %o is %i degrees', (to, degrees) => {
    expect(headingTo({ x: 0, y: 0 }, to)).toBeCloseTo(degrees);
  });

  it('zooms around a point and never leaves the drawing', () => {
    const whole = wholeOf(1000, 600);
    const closer = zoomed(whole, whole, 2, { x: 250, y: 150 });
    expect(closer).toEqual({ x: 125, y: 75, width: 500, height: 300 });
    expect(moved(closer, whole, -9999, 9999)).toEqual({ x: 0, y: 300, width: 500, height: 300 });
    expect(zoomed(closer, whole, 0.01, { x: 0, y: 0 })).toEqual(whole);
  });
});
