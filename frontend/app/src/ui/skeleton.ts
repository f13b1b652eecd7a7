import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/** Grey blocks in the layout that is to come. */
export const skeletonStyles = css`
  .bone {
    background: var(--surface-3);
    border-radius: var(--radius-s);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
`;

export function bones(count: number, kind: string): TemplateResult[] {
  return Array.from(
    { length: count },
    () => html`<div class="bone ${kind}" aria-hidden="true"></div>`,
  );
}
