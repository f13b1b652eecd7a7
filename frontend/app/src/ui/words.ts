import { ago, duration, roughly } from '@frigate-reid/shared/time/format';
import { LANGUAGE, t, tn } from '../core/i18n';

interface Stretch {
  start_s: number;
  end_s: number;
}

/** `2 minutes ago`, and `just now` for seconds. */
export function agoWords(seconds: number): string {
  return seconds < 45 ? t('time.now') : ago(seconds, LANGUAGE);
}

/** `2 minutes`. */
export function ageWords(seconds: number): string {
  const { value, unit } = roughly(seconds);
  return tn(`time.${unit}`, value);
}

/** A share in [0, 1] as `34 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** Whether somebody away so long walked all the while: whoever was away longer did something else. */
export function isWalk(seconds: number): boolean {
  return seconds >= 0 && seconds <= 300;
}

/** A stretch of time out of sight between two cameras. */
export function gapWords(seconds: number): string {
  if (seconds < 0) return t('route.overlap', { time: duration(-seconds) });
  if (seconds > 300) return t('route.unseen', { time: ageWords(seconds) });
  return t('route.walked', { time: duration(seconds) });
}

/** What is between two legs of a route, which somebody may have put in another order. */
export function betweenWords(before: Stretch, after: Stretch): string {
  if (after.start_s < before.start_s) {
    return t('route.earlier', { time: ageWords(before.start_s - after.start_s) });
  }
  return gapWords(after.start_s - before.end_s);
}

/** A camera's name as people write it. */
export function cameraName(camera: string): string {
  const words = camera.replaceAll(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How fast the model is, once that is known. */
export function speedWords(ms_per_crop: number | null): string {
  if (ms_per_crop === null) return '';
  return t('part.perCrop', { ms: ms_per_crop.toFixed(ms_per_crop < 10 ? 1 : 0) });
}

/** Who decided: the service, somebody whose name is not known, or a name. */
export function actorWords(actor: string): string {
  if (actor === 'system') return t('history.system');
  return actor.startsWith('user:') ? actor.slice('user:'.length) : t('history.user');
}
