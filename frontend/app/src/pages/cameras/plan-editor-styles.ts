import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';

export const planEditorStyles = [
  base,
  buttons,
  skeletonStyles,
  css`
    :host {
      display: grid;
      gap: 16px;
    }
    .editor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 320px;
      gap: 20px;
      align-items: start;
    }
    fr-plan {
      --plan-height: 68vh;
    }
    .hint {
      padding: 10px 4px 0;
    }
    .tall {
      height: 60vh;
    }
    @media (max-width: 1000px) {
      .editor {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
