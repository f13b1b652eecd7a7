import { describe, expect, it } from 'vitest';
import type { Route } from '../src/data/protocol';
import { surfaceOf } from '../src/logic/floors';
import { alongTrail, slotsOf, walkOf, walkerAt } from '../src/logic/walk';
import type { Walk } from '../src/logic/walk';
import { camera, leg, plan, route } from './site';

const house = plan(camera('gate', 'ground', 10, 20), camera('yard', 'ground', 30, 20));
const ground = house.floors.find((floor) => floor.id === 'ground') ?? null;
const surface = surfaceOf(house, ground);

const walk = (of: Route, unsure = true): Walk => walkOf(of, surface, 'red', { unsure });

describe('walkerAt', () => {
  const way = walk(route(leg('gate', 100, 110), leg('yard', 120, 130)));

  it('is nowhere before the first leg', () => {
    expect(walkerAt(way, 99)).toBeNull();
  });

  it('stands at the camera that sees them', () => {
    expect(walkerAt(way, 105)).toEqual({ x: 10, y: 20 });
  });

  it('is on the way between two cameras', () => {
    const between = walkerAt(way, 115);
    expect(between?.x).toBeCloseTo(20);
  });

  it('lingers where they were last, and is gone after that', () => {
    expect(walkerAt(way, 140)).toEqual({ x: 30, y: 20 });
    expect(walkerAt(way, 200)).toBeNull();
  });

  it('follows the feet where the camera is calibrated', () => {
    const points = [
      { x: 0, y: 0, time_s: 100 },
      { x: 10, y: 0, time_s: 110 },
    ];
    const trail = [{ sighting_id: 'frigate:100', floor_id: 'ground', points }];
    const calibrated = walk({ ...route(leg('gate', 100, 110)), trail });
    expect(walkerAt(calibrated, 105)).toEqual({ x: 5, y: 0 });
  });
});

describe('a walk over two floors', () => {
  const joined = {
    ...plan(camera('hall', 'ground', 0, 0), camera('attic', 'up', 0, 30)),
    passages: [
      {
        id: 's',
        kind: 'stairs' as const,
        ends: [
          { floor_id: 'ground', x: 30, y: 0 },
          { floor_id: 'up', x: 0, y: 0 },
        ],
      },
    ],
  };
  const climb = route(leg('hall', 0, 10), leg('attic', 30, 40));
  const on = (floor_id: string): Walk => {
    const floor = joined.floors.find(({ id }) => id === floor_id) ?? null;
    return walkOf(climb, surfaceOf(joined, floor), 'red', { unsure: true });
  };

  it('goes to the stairs on the one and from the stairs on the other', () => {
    expect(on('ground').layout.lines).toMatchObject([{ to: { x: 30, y: 0 } }]);
    expect(on('up').layout.lines).toMatchObject([{ from: { x: 0, y: 0 }, to: { x: 0, y: 30 } }]);
    expect(on('up').layout.crossings).toMatchObject([{ floor: 'Ground' }]);
  });

  it('is where the walker is, on one floor at a time', () => {
    expect(walkerAt(on('ground'), 15)?.x).toBeCloseTo(15);
    expect(walkerAt(on('up'), 15)).toBeNull();
    expect(walkerAt(on('ground'), 25)).toBeNull();
    expect(walkerAt(on('up'), 25)?.y).toBeCloseTo(15);
    expect(walkerAt(on('ground'), 35)).toBeNull(); // they went on, so nobody lingers
    expect(walkerAt(on('up'), 45)).toEqual({ x: 0, y: 30 });
  });
});

describe('trails', () => {
  it('are drawn where they are on this floor and lead somewhere', () => {
    const points = [
      { x: 0, y: 0, time_s: 100 },
      { x: 9, y: 0, time_s: 109 },
    ];
    const trail = [
      { sighting_id: 'here', floor_id: 'ground', points },
      { sighting_id: 'above', floor_id: 'up', points },
      { sighting_id: 'still', floor_id: 'ground', points: points.slice(0, 1) },
    ];
    const drawn = walk({ ...route(leg('gate', 100, 110, 'unsure')), trail }, false);
    expect([...drawn.trails.keys()]).toEqual(['here']);
    expect(walkerAt(drawn, 105)).toBeNull(); // the leg itself is left out
  });
});

describe('a walk without a floor', () => {
  it('knows of no doors, and walks straight', () => {
    const loose = plan(camera('gate', null), camera('shed', 'up'), camera('yard', null));
    const drawing = surfaceOf(loose, null);
    const way = route(leg('gate', 0, 10), leg('yard', 20, 30));
    const drawn = walkOf(way, drawing, 'red', { unsure: true });
    expect(drawing.joined).toBeNull();
    expect(drawn.layout.crossings).toEqual([]);
    expect(walkerAt(drawn, 15)).not.toBeNull();
    const upstairs = surfaceOf(loose, loose.floors[0] ?? null);
    expect(upstairs.joined?.placements.map((each) => each.camera)).toEqual(['shed']);
    expect(walkerAt(walkOf(way, upstairs, 'red', { unsure: true }), 25)).toBeNull();
  });
});

describe('alongTrail', () => {
  const points = [
    { x: 0, y: 0, time_s: 10 },
    { x: 4, y: 8, time_s: 14 },
  ];

  it('is nowhere on a way without points', () => {
    expect(alongTrail([], 5)).toBeNull();
  });

  it.each([
    [5, { x: 0, y: 0 }],
    [12, { x: 2, y: 4 }],
    [20, { x: 4, y: 8 }],
  ])('at %d', (time_s, at) => {
    expect(alongTrail(points, time_s)).toMatchObject(at);
  });
});

describe('walkOf', () => {
  const doubtful = route(leg('gate', 0, 10), leg('yard', 20, 30, 'unsure'), leg('gate', 40, 50));

  it('draws unsure legs dashed', () => {
    expect(walk(doubtful).layout.lines.map((line) => line.style)).toEqual(['dashed', 'dashed']);
  });

  it('can leave them out, and then the gap is as long as it looks', () => {
    const sure = walk(doubtful, false);
    expect(sure.route.legs.map((each) => each.camera)).toEqual(['gate', 'gate']);
    expect(sure.route.gaps).toEqual([{ from_camera: 'gate', to_camera: 'gate', seconds: 30 }]);
  });

  it('leaves out the ways of other floors', () => {
    const points = [
      { x: 0, y: 0, time_s: 0 },
      { x: 1, y: 1, time_s: 1 },
    ];
    const trail = [{ sighting_id: 'frigate:0', floor_id: 'up', points }];
    expect(walk({ ...doubtful, trail }).trails.size).toBe(0);
  });
});

describe('slotsOf', () => {
  it('puts stops at one camera side by side, whoever they are of', () => {
    const first = walk(route(leg('gate', 0, 10), leg('yard', 20, 30)));
    const second = walk(route(leg('yard', 40, 50)));
    expect([...slotsOf([first, second]).values()]).toEqual([0, 0, 1]);
  });
});
