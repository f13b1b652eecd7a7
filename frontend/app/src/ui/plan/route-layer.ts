import type { Point } from '@frigate-reid/shared/plan/homography';
import type { BranchLine } from '@frigate-reid/shared/plan/branches';
import type { RouteLayout } from '@frigate-reid/shared/plan/route-layout';
import { stopsByCamera } from '@frigate-reid/shared/plan/route-layout';
import type { TrailPath } from '@frigate-reid/shared/api/models';
import { nothing, svg } from 'lit';
import { t } from '../../core/i18n';
import { percent } from '../words';
import { passageMark } from './passage-mark';

interface RouteDrawing {
  layout: RouteLayout;
  branches?: readonly BranchLine[];
  trails?: ReadonlyMap<string, TrailPath>;
  chosen?: string;
  walker?: Point | null;
  onStop?: (sightingId: string) => void;
}

const SHOWN_NUMBERS = 3;

/** Lines, numbered stops and the walker, in the plan's units. */
export function routeLayer(drawing: RouteDrawing, unit: number) {
  const { layout, walker } = drawing;
  return svg`${layout.lines.map(
    ({ from, bend, to, style }) =>
      svg`<path class="route ${style}" d="M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}"></path>`,
  )}${branchPaths(drawing, unit)}${trailPaths(drawing)}${layout.crossings.map(
    ({ at, kind, floor }) => passageMark(at, kind, unit, t('plan.to', { floor })),
  )}${stops(drawing, unit)}${
    walker
      ? svg`<circle class="walker" cx=${walker.x} cy=${walker.y} r=${unit * 1.3}></circle>`
      : nothing
  }`;
}

function branchPaths({ branches = [] }: RouteDrawing, unit: number) {
  return branches.map(
    ({ from, bend, to, middle, branch }) => svg`<g class="branch">
      <path d="M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}"></path>
      <text x=${middle.x} y=${middle.y} font-size=${unit * 1.9}>${percent(branch.probability)}</text>
    </g>`,
  );
}

function trailPaths({ trails, layout }: RouteDrawing) {
  const shown = new Set(layout.stops.map((stop) => stop.leg.sighting_id));
  return [...(trails?.values() ?? [])]
    .filter((trail) => trail.calibrated && shown.has(trail.sighting_id))
    .map((trail) => {
      const points = trail.points.map((point) => `${point.x},${point.y}`).join(' ');
      return svg`<polyline class="trail" points=${points}></polyline>`;
    });
}

function stops({ layout, chosen, onStop }: RouteDrawing, unit: number) {
  return stopsByCamera(layout.stops).map(({ at, numbers, camera }) => {
    const those = layout.stops.filter((stop) => stop.leg.camera === camera);
    const isChosen = those.some((stop) => stop.leg.sighting_id === chosen);
    const words =
      numbers.length > SHOWN_NUMBERS
        ? `${numbers.slice(0, SHOWN_NUMBERS - 1).join(' ')} …`
        : numbers.join(' ');
    const half = unit * (1.1 + 0.75 * words.length);
    return svg`<g class="stop ${isChosen ? 'chosen' : ''}"
        @click=${() => onStop?.(those[0]?.leg.sighting_id ?? '')}>
      <rect class="ring" x=${at.x - half} y=${at.y - unit * 2} width=${2 * half} height=${unit * 4} rx=${unit * 2}></rect>
      <text x=${at.x} y=${at.y + unit * 0.85} font-size=${unit * 2.3}>${words}</text>
    </g>`;
  });
}
