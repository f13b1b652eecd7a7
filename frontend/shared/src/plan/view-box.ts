/** Which part of a drawing is shown: moved by dragging, zoomed around a point. */
import type { Point } from './homography';

export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CLOSEST = 8;

export function wholeOf(width: number, height: number): ViewBox {
  return { x: 0, y: 0, width, height };
}

/** Zoom by a factor (above 1: closer) so that `around` stays where it is. */
export function zoomed(view: ViewBox, whole: ViewBox, factor: number, around: Point): ViewBox {
  const width = Math.min(whole.width, Math.max(whole.width / CLOSEST, view.width / factor));
  const scale = width / view.width;
  return within(
    {
      x: around.x - (around.x - view.x) * scale,
      y: around.y - (around.y - view.y) * scale,
      width,
      height: view.height * scale,
    },
    whole,
  );
}

export function moved(view: ViewBox, whole: ViewBox, dx: number, dy: number): ViewBox {
  return within({ ...view, x: view.x + dx, y: view.y + dy }, whole);
}

function within(view: ViewBox, whole: ViewBox): ViewBox {
  return {
    ...view,
    x: Math.min(whole.x + whole.width - view.width, Math.max(whole.x, view.x)),
    y: Math.min(whole.y + whole.height - view.height, Math.max(whole.y, view.y)),
  };
}
