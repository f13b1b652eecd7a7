import { html, nothing } from 'lit';
import { t } from '../../core/i18n';

/** Where north is, clockwise from the top of the plan; nothing while nobody said. */
export function northArrow(north_deg: number | null) {
  if (north_deg === null) return nothing;
  const words = t('plan.northIs', { degrees: Math.round(north_deg) });
  return html`<svg class="north" viewBox="0 0 44 44" role="img" aria-label=${words}>
    <circle cx="22" cy="22" r="21"></circle>
    <g transform="rotate(${north_deg} 22 22)">
      <path d="M22 4l7 18h-7z"></path>
      <path d="M22 4l-7 18h7z"></path>
      <text x="22" y="36" transform="rotate(${-north_deg} 22 32)">${t('plan.northLetter')}</text>
    </g>
  </svg>`;
}
