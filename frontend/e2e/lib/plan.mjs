/** A floor plan for the demo's four cameras. */
import { call } from './browser.mjs';

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 640" width="1000" height="640">
<rect width="1000" height="640" fill="#f3f6ef"/>
<rect x="317" y="140" width="366" height="320" fill="#fff" stroke="#5d6673" stroke-width="8"/>
<path d="M500 140v130h183M317 315h133v145M500 365v95" stroke="#5d6673" stroke-width="6" fill="none"/>
<path d="M450 460v180h100V460" fill="#dcdfe4"/><rect x="683" y="240" width="166" height="166" fill="#e5dccd"/>
<path d="M50 50h184v160H50z" fill="#dcebd2"/></svg>`;

const CAMERAS = [
  ['driveway', 550, 460, 170, 80, 170],
  ['entrance', 350, 472, 235, 85, 150],
  ['garden', 320, 148, 300, 80, 200],
  ['terrace', 688, 240, 110, 85, 180],
];

/** False where this service has no floor plans. */
export async function drawPlan() {
  const { status, json } = await call('GET', 'plan');
  if (status !== 200) return false;
  if (json.placements.length > 0) return true;
  const floor = (await call('POST', 'floors', { body: { name: 'Ground floor', level: 0 } })).json;
  await call('PUT', `floors/${floor.id}/picture`, { body: PICTURE, type: 'image/svg+xml' });
  await call('PATCH', `floors/${floor.id}`, { body: { metres_per_unit: 0.03 } });
  for (const [camera, x, y, heading_deg, view_deg, range_units] of CAMERAS) {
    const body = { floor_id: floor.id, x, y, heading_deg, view_deg, range_units };
    await call('PUT', `cameras/${camera}/placement?frigate_instance=frigate`, { body });
  }
  return true;
}
