import type { HealthReport } from '@frigate-reid/shared/api/models';
import { t, tn } from '../../core/i18n';
import { ageWords, speedWords } from '../../ui/words';

export interface HealthRow {
  part: string;
  state: 'ok' | 'bad' | 'waiting';
  text: string;
  detail: string;
}

/** Every part of the service in a line: well or not, and what is known of it. */
export function healthRows(health: HealthReport): HealthRow[] {
  return [
    ...health.mqtt.map((mqtt): HealthRow => {
      const age = mqtt.last_message_age_s;
      return {
        part: t('part.mqtt', { name: mqtt.instance }),
        state: mqtt.connected ? 'ok' : 'bad',
        text: mqtt.problem ?? t(mqtt.connected ? 'part.connected' : 'part.away'),
        detail: age === null ? '' : t('part.lastMessage', { age: ageWords(age) }),
      };
    }),
    ...health.frigate.map((frigate): HealthRow => ({
      part: t('part.frigate', { name: frigate.instance }),
      state: frigate.reachable ? 'ok' : 'bad',
      text: frigate.problem ?? t(frigate.reachable ? 'part.reached' : 'part.away'),
      detail: frigate.version === null ? '' : t('part.version', { version: frigate.version }),
    })),
    modelRow(health),
    {
      part: t('part.gallery'),
      state: health.gallery.available ? 'ok' : 'bad',
      text: t(health.gallery.available ? 'part.reached' : 'part.away'),
      detail: tn('part.points', health.gallery.points ?? 0),
    },
    {
      part: t('part.store'),
      state: 'ok',
      text: t('part.reached'),
      detail: health.store.kind,
    },
  ];
}

function modelRow(health: HealthReport): HealthRow {
  const { id, runtime, dimension, ms_per_crop } = health.model;
  const speed = speedWords(ms_per_crop);
  return {
    part: t('part.model'),
    state: health.ready ? 'ok' : 'waiting',
    text: id,
    detail: [t('part.runtime', { runtime, dimension }), speed].filter(Boolean).join(' · '),
  };
}
