import type { Camera, Leg, Plan, Route } from '../src/data/protocol';

export function leg(
  camera: string,
  start_s: number,
  end_s: number,
  certainty: Leg['certainty'] = 'likely',
): Leg {
  return {
    sighting_id: `frigate:${start_s}`,
    event_id: `${start_s}-a`,
    camera,
    start_s,
    end_s,
    certainty,
    picture: null,
    clip: '/clip',
  };
}

export function route(...legs: Leg[]): Route {
  const gaps = legs.slice(1).map((each, index) => {
    const before = legs[index] ?? each;
    return {
      from_camera: before.camera,
      to_camera: each.camera,
      seconds: each.start_s - before.end_s,
    };
  });
  return { identity_id: 'anna', name: 'Anna', from_s: 0, to_s: 1000, legs, gaps };
}

export function camera(name: string, floor_id: string | null, x = 0, y = 0): Camera {
  const rest = { heading_deg: null, view_deg: null, range_units: null };
  const placement = floor_id === null ? null : { floor_id, x, y, ...rest };
  return { name, placement, suggested: { x: 0.5, y: 0.5 } };
}

export function plan(...cameras: Camera[]): Plan {
  const size = { width: 100, height: 50 };
  return {
    floors: [
      { id: 'up', name: 'Upstairs', level: 1, ...size },
      { id: 'ground', name: 'Ground', level: 0, ...size },
      { id: 'cellar', name: 'Cellar', level: -1, ...size },
    ],
    cameras,
  };
}
