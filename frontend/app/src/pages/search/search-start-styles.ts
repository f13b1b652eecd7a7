import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons, fields } from '../../ui/styles';

export const searchStartStyles = [
  base,
  buttons,
  fields,
  skeletonStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 18px;
      min-width: 0;
    }
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.7fr) minmax(300px, 1fr);
      gap: 20px;
      align-items: start;
    }
    .card {
      display: grid;
      gap: 14px;
    }
    .steps span {
      text-align: center;
    }
    li {
      display: flex;
      align-items: center;
    }
    li a {
      flex: 1;
      display: flex;
      align-items: center;
      gap: 14px;
      padding: 7px 0;
      color: inherit;
      text-decoration: none;
      min-width: 0;
    }
    li seed-picture {
      width: 48px;
      flex: none;
    }
    .tall {
      height: 56vh;
    }
    @media (max-width: 1000px) {
      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
