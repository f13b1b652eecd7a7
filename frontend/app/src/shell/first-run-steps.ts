import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { HealthReport, Identity, Job, Placement } from '@frigate-reid/shared/api/models';

export type StepName =
  'frigate' | 'mqtt' | 'model' | 'crops' | 'plan' | 'rescan' | 'names' | 'exposed';

/** What is known of the steps beside the health. */
export interface Progress {
  dismissed: boolean;
  people: number;
  placements: number;
  rescans: number;
  named: number;
  exposed: number;
}

export interface Step {
  name: StepName;
  done: boolean;
}

/** The steps in their order, each done or not. */
export function stepsOf(progress: Progress, health: HealthReport | null): Step[] {
  const done: Record<StepName, boolean> = {
    frigate: health?.frigate.some((each) => each.reachable) ?? false,
    mqtt: (health?.messages_received ?? 0) > 0,
    model: health?.ready ?? false,
    crops: progress.people > 0,
    plan: progress.placements > 0,
    rescan: progress.rescans > 0,
    names: progress.named > 0,
    exposed: progress.exposed > 0,
  };
  return (Object.keys(done) as StepName[]).map((name) => ({ name, done: done[name] }));
}

export async function readProgress(api: ApiClient): Promise<Progress> {
  const [people, named, placements, rescans] = await Promise.all([
    items<Identity>(api, 'identities?limit=1'),
    items<Identity>(api, 'identities?state=named&limit=200'),
    items<Placement>(api, 'placements'),
    items<Job>(api, 'jobs?kind=rescan'),
  ]);
  return {
    dismissed: localStorage.getItem('frigate-reid-first-run') === 'dismissed',
    people: people.length,
    placements: placements.length,
    rescans: rescans.length,
    named: named.length,
    exposed: named.filter((each) => each.exposed).length,
  };
}

/** A list, empty where it cannot be read: the step is then shown as still to do. */
async function items<T>(api: ApiClient, path: string): Promise<T[]> {
  try {
    return (await api.get<{ items: T[] }>(path)).items;
  } catch {
    return [];
  }
}
