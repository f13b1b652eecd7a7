import { describe, expect, it } from 'vitest';
import type { Hass } from '../src/ha';
import { identityIds, isPersonSensor, lastSeen, personSensors } from '../src/logic/people';

const entity = (entity_id: string, platform: string, translation_key: string): object => ({
  [entity_id]: { entity_id, platform, translation_key, device_id: entity_id.split('_')[0] },
});

const state = (entity_id: string, value: string, attributes = {}): object => ({
  [entity_id]: { entity_id, state: value, attributes },
});

const hass = {
  entities: {
    ...entity('sensor.ben_seen_by', 'frigate_reid', 'seen_by'),
    ...entity('sensor.anna_seen_by', 'frigate_reid', 'seen_by'),
    ...entity('sensor.anna_last_seen', 'frigate_reid', 'last_seen'),
    ...entity('sensor.ben_last_seen', 'frigate_reid', 'last_seen'),
    ...entity('sensor.other', 'frigate', 'seen_by'),
  },
  states: {
    ...state('sensor.anna_seen_by', 'garden', { identity_id: 'a1' }),
    ...state('sensor.anna_last_seen', '2026-11-22T10:00:00+00:00'),
    ...state('sensor.ben_seen_by', 'not_seen', { identity_id: 'b1' }),
    ...state('sensor.ben_last_seen', 'unknown'),
  },
} as unknown as Hass;

describe('people', () => {
  it('are the sensors that tell which camera sees somebody', () => {
    expect(personSensors(hass)).toEqual(['sensor.anna_seen_by', 'sensor.ben_seen_by']);
    expect(isPersonSensor(hass, 'sensor.other')).toBe(false);
  });

  it('are known to the service by the id that the sensor has', () => {
    expect(identityIds(hass, ['sensor.anna_seen_by', 'sensor.gone'])).toEqual(['a1']);
  });

  it('are followed where nobody is named: whoever was seen last', () => {
    expect(lastSeen(hass)).toBe('sensor.anna_seen_by');
    expect(lastSeen({ ...hass, entities: {} })).toBeNull();
  });
});
