/** What a user may write in the card's configuration. */

export type Mode = 'route' | 'live' | 'strip';
export type TapAction = 'clip' | 'picture' | 'menu' | 'none';
export type HoldAction = 'open-app' | 'menu' | 'none';

export interface ShowConfig {
  scrubber: boolean;
  /** How many legs the list has, newest last; 0 leaves it to screen readers. */
  legs: number;
  unsure: 'dashed' | 'hidden';
  cameras: boolean;
}

export interface CardConfig {
  type: string;
  title?: string;
  /** Person sensors; empty follows whoever was seen last. */
  people: string[];
  mode: Mode;
  /** Id or name of a floor; `auto` follows the person. */
  floor: string;
  hours: number;
  show: ShowConfig;
  tap_action: { action: TapAction };
  hold_action: { action: HoldAction };
}

export const CARD_TYPE = 'frigate-reid-route-card';

const DEFAULTS: Omit<CardConfig, 'type'> = {
  people: [],
  mode: 'route',
  floor: 'auto',
  hours: 24,
  show: { scrubber: true, legs: 5, unsure: 'dashed', cameras: true },
  tap_action: { action: 'clip' },
  hold_action: { action: 'open-app' },
};

/** What may be chosen; docs/home-assistant.md names each of them. */
export const CHOICES = {
  mode: ['route', 'live', 'strip'],
  unsure: ['dashed', 'hidden'],
  tap: ['clip', 'picture', 'menu', 'none'],
  hold: ['open-app', 'menu', 'none'],
} as const;

// Home Assistant's own keys that every card may have.
const OF_HOME_ASSISTANT = [
  'view_layout',
  'layout_options',
  'grid_options',
  'visibility',
  'card_mod',
];
/** What this card knows; docs/home-assistant.md shows each of them. */
export const OWN_KEYS = ['type', 'title', ...Object.keys(DEFAULTS)];
const KEYS = [...OWN_KEYS, ...OF_HOME_ASSISTANT];

/** The whole configuration, defaults filled in. Throws an `Error` whose text says how to mend it. */
export function readConfig(given: unknown): CardConfig {
  const config = objectOf(given, 'The card');
  onlyKnown(config, KEYS, 'the card');
  const show = { ...DEFAULTS.show, ...objectOf(config['show'] ?? {}, 'show') };
  onlyKnown(show, Object.keys(DEFAULTS.show), 'show');
  const title = config['title'];
  return {
    type: String(config['type'] ?? `custom:${CARD_TYPE}`),
    ...(title === undefined || title === '' ? {} : { title: String(title) }),
    people: peopleOf(config['people'] ?? DEFAULTS.people),
    mode: oneOf(config['mode'] ?? DEFAULTS.mode, CHOICES.mode, 'mode'),
    floor: String(config['floor'] ?? DEFAULTS.floor),
    hours: within(config['hours'] ?? DEFAULTS.hours, 1, 168, 'hours'),
    show: {
      scrubber: Boolean(show.scrubber),
      legs: within(show.legs, 0, 50, 'show.legs'),
      unsure: oneOf(show.unsure, CHOICES.unsure, 'show.unsure'),
      cameras: Boolean(show.cameras),
    },
    tap_action: { action: actionOf(config['tap_action'], CHOICES.tap, 'clip', 'tap_action') },
    hold_action: {
      action: actionOf(config['hold_action'], CHOICES.hold, 'open-app', 'hold_action'),
    },
  };
}

function peopleOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === 'auto' ? [] : [value];
  const wrong = list.find((each) => typeof each !== 'string' || !each.includes('.'));
  if (wrong !== undefined) {
    throw new Error(`people: ${JSON.stringify(wrong)} is no entity. Name person sensors, or auto.`);
  }
  return list as string[];
}

function actionOf<T extends string>(
  value: unknown,
  choices: readonly T[],
  otherwise: T,
  name: string,
): T {
  if (value === undefined) return otherwise;
  const action = objectOf(value, name);
  onlyKnown(action, ['action'], name);
  return oneOf(action['action'] ?? otherwise, choices, `${name}.action`);
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Error(`${name} must hold settings by name.`);
}

function onlyKnown(value: object, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw new Error(`Unknown in ${where}: ${unknown.join(', ')}. Known are ${known.join(', ')}.`);
  }
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], name: string): T {
  const found = choices.find((each) => each === value);
  if (found === undefined) throw new Error(`${name} must be one of ${choices.join(', ')}.`);
  return found;
}

function within(value: unknown, least: number, most: number, name: string): number {
  const number = Number(value);
  if (!(number >= least && number <= most)) {
    throw new Error(`${name} must be a number from ${least} to ${most}.`);
  }
  return number;
}
