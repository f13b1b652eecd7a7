/** What is missing before routes can be drawn on a floor plan. */
import type { PlanAnswer } from '../data/protocol';

export type Missing = 'no_plan' | 'no_camera';

/** Null while the service has not answered, and when there is nothing to do. */
export function missingOf(answer: PlanAnswer | undefined): Missing | null {
  if (answer === undefined) return null;
  const plan = answer.plan;
  if (plan === null || plan.floors.length === 0) return 'no_plan';
  return plan.cameras.some(({ placement }) => placement !== null) ? null : 'no_camera';
}
