import { html, nothing } from 'lit';
import { t } from '../../core/i18n';

/** Where north is, clockwise from the top of the plan; nothing while nobody said. */
export function northArrow(north_deg: number | null) {
  if (north_deg === null) return nothing;
  const words = t('plan.northIs', { degrees: Math.round(north_deg) });
  return html`<svg class="north" viewBox="0 0 44 44" role="img" aria-label=${words}>
    <g transform="rotate(${north_deg} 22 22)">
      <path d="M22 9l6 16-6-3z"></path>
      <path d="M22 9l-6 16 6-3z"></path>
      <text x="22" y="37" transform="rotate(${-north_deg} 22 33)">${t('plan.northLetter')}</text>
    </g>
  </svg>`;
}
