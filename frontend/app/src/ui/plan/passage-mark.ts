import { mdiDoor, mdiElevator, mdiStairs } from '@mdi/js';
import type { Passage } from '@frigate-reid/shared/api/models';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { nothing, svg } from 'lit';

export const PASSAGE_ICONS: Record<Passage['kind'], string> = {
  stairs: mdiStairs,
  lift: mdiElevator,
  door: mdiDoor,
};

/** A door or stairs on the plan, with words on where it leads. */
export function passageMark(at: Point, kind: Passage['kind'], unit: number, words: string) {
  const half = unit * 1.9;
  const scale = (unit * 2.8) / 24;
  return svg`<g class="passage">
    <title>${words}</title>
    <rect x=${at.x - half} y=${at.y - half} width=${2 * half} height=${2 * half} rx=${unit * 0.6}></rect>
    <path transform="translate(${at.x - 12 * scale} ${at.y - 12 * scale}) scale(${scale})" d=${PASSAGE_ICONS[kind]}></path>
    ${words ? svg`<text x=${at.x} y=${at.y + unit * 4.4} font-size=${unit * 1.9}>${words}</text>` : nothing}
  </g>`;
}
