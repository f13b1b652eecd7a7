import type { Decision } from '@frigate-reid/shared/api/models';
import { t, tOr, tn } from '../../core/i18n';

/** What a decision did, in one sentence. */
export function decisionWords(decision: Decision): string {
  const moved = decision.changes.filter(
    (change) => change.subject === 'tracklet' && change.field === 'identity_id',
  ).length;
  switch (decision.kind) {
    case 'assign':
      return assignWords(decision);
    case 'merge':
      return tn('decision.merge', moved);
    case 'split':
      return tn('decision.split', moved);
    case 'rename':
      return renameWords(decision);
    case 'alias':
      return aliasWords(decision);
    case 'hide':
    case 'expose':
    case 'picture':
      return t(isTurnedOn(decision) ? `decision.${decision.kind}` : `decision.${decision.kind}Off`);
    default:
      return tOr(`decision.${decision.kind}`, decision.kind);
  }
}

function assignWords(decision: Decision): string {
  const [candidate] = (decision.explanation['candidates'] ?? []) as { probability?: number }[];
  const probability = candidate?.probability;
  const outcome = decision.outcome === null ? 'hand' : decision.outcome;
  if (outcome === 'accept' && probability !== undefined) {
    return t('decision.assign.acceptSure', { percent: percent(probability) });
  }
  return tOr(`decision.assign.${outcome}`, decision.kind);
}

function renameWords(decision: Decision): string {
  const name = decision.changes.find((change) => change.field === 'name')?.after;
  return name ? t('decision.rename', { name: String(name) }) : t('decision.renameOff');
}

function aliasWords(decision: Decision): string {
  const names = decision.changes.find((change) => change.field === 'aliases')?.after;
  const known = Array.isArray(names) ? names.join(', ') : '';
  return known ? t('decision.alias', { names: known }) : t('decision.aliasOff');
}

function isTurnedOn(decision: Decision): boolean {
  return decision.changes.some((change) => change.after === true);
}

/** Never `100`: nothing is that sure. */
function percent(share: number): string {
  const value = Math.min(99.9, 100 * share);
  return value >= 99 ? value.toFixed(1) : value.toFixed(0);
}
