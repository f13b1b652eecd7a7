import type { Statistics } from '@frigate-reid/shared/api/models';
import { svg } from 'lit';

const WIDTH = 6;
const GAP = 3;
const HEIGHT = 20;

/** Visits of the last days as bars, today last; a day without one is a dot. */
export function weekBars(days: Statistics['days'], label: string) {
  const most = Math.max(1, ...days.map((day) => day.visits));
  const width = days.length * (WIDTH + GAP) - GAP;
  return svg`<svg class="week" role="img" aria-label=${label} viewBox="0 0 ${width} ${HEIGHT}"
    width=${width} height=${HEIGHT}>
    ${days.map((day, index) => {
      const height = Math.max(2, (HEIGHT * day.visits) / most);
      return svg`<rect x=${index * (WIDTH + GAP)} y=${HEIGHT - height} width=${WIDTH} height=${height} rx="1.5"></rect>`;
    })}
  </svg>`;
}
