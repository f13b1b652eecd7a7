/** The editor is Home Assistant's own form; this says what is in it. */
import { readConfig } from './config';
import { say } from './words';

/** A field of the form; `label` and `helper` are ours, the rest is Home Assistant's. */
interface Field {
  name: string;
  label?: string;
  helper?: string;
  [key: string]: unknown;
}

function field(name: string, selector: object, words = name): Field {
  return { name, label: say(`form.${words}`), selector };
}

function choice(name: string, prefix: string, values: readonly string[], words = name): Field {
  const options = values.map((value) => ({ value, label: say(`form.${prefix}_${value}`) }));
  return field(name, { select: { mode: 'dropdown', options } }, words);
}

function group(words: string, icon: string, schema: Field[]): Field {
  return { type: 'expandable', name: '', title: say(`form.${words}`), icon, flatten: true, schema };
}

function action(name: string, values: readonly string[]): Field {
  return { type: 'grid', name, schema: [choice('action', 'action', values, name)] };
}

function number(min: number, max: number): object {
  return { number: { min, max, mode: 'box' } };
}

export function configForm(): object {
  const sensors = { integration: 'frigate_reid', domain: 'sensor' };
  const people = field('people', { entity: { multiple: true, filter: sensors } });
  const floor = field('floor', { text: {} });
  return {
    schema: [
      { ...people, helper: say('form.people_help') },
      choice('mode', 'mode', ['route', 'live', 'strip']),
      group('plan_group', 'mdi:floor-plan', [{ ...floor, helper: say('form.floor_help') }]),
      group('time_group', 'mdi:clock-outline', [field('hours', number(1, 168))]),
      group('look_group', 'mdi:palette-outline', [
        field('title', { text: {} }),
        {
          name: 'show',
          type: 'grid',
          schema: [
            field('scrubber', { boolean: {} }),
            field('cameras', { boolean: {} }),
            field('legs', number(0, 50)),
            choice('unsure', 'unsure', ['dashed', 'hidden']),
          ],
        },
      ]),
      group('actions_group', 'mdi:gesture-tap', [
        action('tap_action', ['clip', 'picture', 'menu', 'none']),
        action('hold_action', ['open-app', 'menu', 'none']),
      ]),
    ],
    computeLabel: ({ label, name }: Field) => label ?? name,
    computeHelper: ({ helper }: Field) => helper,
    assertConfig: (config: unknown) => {
      readConfig(config);
    },
  };
}
