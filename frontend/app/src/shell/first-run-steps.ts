import type { ApiClient } from '@frigate-reid/shared/api/client';
import type {
  HealthReport,
  Identity,
  Job,
  Placement,
  SuitableCamera,
} from '@frigate-reid/shared/api/models';

export type StepName =
  'frigate' | 'mqtt' | 'model' | 'crops' | 'plan' | 'rescan' | 'names' | 'exposed';

/** What is known of the steps beside the health. */
export interface Progress {
  dismissed: boolean;
  /** Steps that somebody put off for good. */
  skipped: readonly string[];
  /** Pictures of the last day that are good enough to recognise somebody by. */
  usable: number;
  people: number;
  placements: number;
  rescans: number;
  named: number;
  exposed: number;
}

export interface Step {
  name: StepName;
  done: boolean;
  /** Whether the service works well without it. */
  optional: boolean;
}

const OPTIONAL: readonly StepName[] = ['plan', 'rescan', 'names', 'exposed'];
const DISMISSED = 'frigate-reid-first-run';
const SKIPPED = 'frigate-reid-first-run-skipped';

/** The steps in their order, each done or not. */
export function stepsOf(progress: Progress, health: HealthReport | null): Step[] {
  const done: Record<StepName, boolean> = {
    frigate: health?.frigate.some((each) => each.reachable) ?? false,
    mqtt: (health?.messages_received ?? 0) > 0,
    model: health?.ready ?? false,
    crops: progress.usable > 0,
    plan: progress.placements > 0,
    rescan: progress.rescans > 0,
    names: progress.named > 0,
    exposed: progress.exposed > 0,
  };
  return (Object.keys(done) as StepName[]).map((name) => ({
    name,
    done: done[name] || progress.skipped.includes(name),
    optional: OPTIONAL.includes(name),
  }));
}

export async function readProgress(api: ApiClient): Promise<Progress> {
  const [people, named, placements, rescans, cameras] = await Promise.all([
    items<Identity>(api, 'identities?limit=1'),
    items<Identity>(api, 'identities?state=named&limit=200'),
    items<Placement>(api, 'placements'),
    items<Job>(api, 'jobs?kind=rescan'),
    items<SuitableCamera>(api, 'suitability'),
  ]);
  return {
    dismissed: localStorage.getItem(DISMISSED) === 'dismissed',
    skipped: skippedSteps(),
    usable: cameras.reduce((sum, each) => sum + each.usable_crops, 0),
    people: people.length,
    placements: placements.length,
    rescans: rescans.length,
    named: named.length,
    exposed: named.filter((each) => each.exposed).length,
  };
}

/** Put the whole list away. */
export function dismissSteps(): void {
  localStorage.setItem(DISMISSED, 'dismissed');
}

/** Put one step off for good; those that are now. */
export function skipStep(name: StepName): readonly string[] {
  localStorage.setItem(SKIPPED, [...new Set([...skippedSteps(), name])].join(' '));
  return skippedSteps();
}

function skippedSteps(): readonly string[] {
  return (localStorage.getItem(SKIPPED) ?? '').split(' ').filter(Boolean);
}

/** A list, empty where it cannot be read: the step is then shown as still to do. */
async function items<T>(api: ApiClient, path: string): Promise<T[]> {
  try {
    return (await api.get<{ items: T[] }>(path)).items;
  } catch {
    return [];
  }
}
