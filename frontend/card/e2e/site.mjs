/** A small site to draw: two floors, five cameras, two people. */

const START = 1_790_000_000;

const leg = (index, camera, from, seconds, certainty = 'likely') => ({
  sighting_id: `frigate:${index}`,
  event_id: `${index}.5-abc`,
  camera,
  start_s: START + from,
  end_s: START + from + seconds,
  certainty,
  picture: null,
  clip: 'data:video/mp4;base64,',
});

const gapsOf = (legs) =>
  legs.slice(1).map((each, index) => ({
    from_camera: legs[index].camera,
    to_camera: each.camera,
    seconds: each.start_s - legs[index].end_s,
  }));

const SPAN = { from_s: START - 80_000, to_s: START + 4000 };

export const routeOf = (identity_id, name, legs, trail = []) => ({
  ...SPAN,
  identity_id,
  name,
  legs,
  gaps: gapsOf(legs),
  trail,
});

export const annasLegs = [
  leg(1, 'gate', 0, 41, 'confirmed'),
  leg(2, 'driveway', 89, 22),
  leg(3, 'garden', 190, 170, 'unsure'),
  leg(4, 'terrace', 1100, 60),
];

const place = (floor_id, x, y, heading_deg) => ({
  floor_id,
  x,
  y,
  heading_deg,
  view_deg: 70,
  range_units: 180,
});

const camera = (name, placement, x, y) => ({ name, placement, suggested: { x, y } });

const PICTURE =
  'data:image/svg+xml;utf8,' +
  encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640">
  <rect width="1000" height="640" fill="#f7f5ef"/>
  <rect x="330" y="180" width="340" height="260" fill="#fff" stroke="#9aa" stroke-width="6"/>
  <path d="M500 180v120h170M330 330h120" stroke="#9aa" stroke-width="5" fill="none"/>
  <path d="M90 640V400h160v240" fill="#e6e3da"/></svg>`);

export const plan = {
  floors: [
    { id: 'g', name: 'Ground', level: 0, width: 1000, height: 640 },
    { id: 'u', name: 'Upstairs', level: 1, width: 800, height: 600 },
  ],
  cameras: [
    camera('gate', place('g', 120, 560, 20), 0, 0.9),
    camera('driveway', place('g', 250, 330, 350), 0.2, 0.5),
    camera('garden', place('g', 760, 150, 200), 0.8, 0.1),
    camera('terrace', place('g', 780, 480, 300), 0.9, 0.8),
    camera('stairs', place('u', 400, 300, 90), 0.5, 0.5),
  ],
};

export const planWithoutPlaces = {
  plan: {
    floors: [],
    cameras: plan.cameras.map((each) => ({ ...each, placement: null })),
  },
  pictures: {},
};

export const planAnswer = {
  plan,
  pictures: { g: PICTURE },
};

export const anna = routeOf('anna', 'Anna', annasLegs, [
  {
    sighting_id: 'frigate:3',
    floor_id: 'g',
    points: [
      { x: 720, y: 200, time_s: START + 190 },
      { x: 640, y: 130, time_s: START + 250 },
      { x: 800, y: 100, time_s: START + 360 },
    ],
  },
]);

export const stranger = routeOf('p47', 'Person 47', [
  leg(7, 'terrace', 300, 50),
  leg(8, 'garden', 400, 90),
]);

export const live = {
  connected: true,
  people: [{ identity_id: 'anna', name: 'Anna', camera: 'garden', picture: null }],
  unknown: [{ identity_id: 'p47', name: 'Person 47', camera: 'garden', picture: null }],
};

/** Many people with many legs, as on a dashboard that shows a whole week. */
export function crowd(people, legs) {
  const cameras = ['gate', 'driveway', 'garden', 'terrace'];
  return Array.from({ length: people }, (_, who) =>
    routeOf(
      `p${who}`,
      `Person ${who}`,
      Array.from({ length: legs }, (_, index) =>
        leg(`${who}-${index}`, cameras[(who + index) % 4], 37 * who + 300 * index, 60),
      ),
    ),
  );
}

/** Both are shown by a card of these people. */
export const BOTH = ['sensor.anna_seen_by', 'sensor.p47_seen_by'];

export const answers = {
  routes: [anna, stranger],
  messages: { 'frigate_reid/plan/get': planAnswer, 'frigate_reid/live/subscribe': live },
};
