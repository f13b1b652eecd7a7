import { mdiCheck } from '@mdi/js';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Key } from '../core/i18n';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { watch } from '../core/store-controller';
import { base, buttons } from '../ui/styles';
import '../ui/fr-icon';
import { speedWords } from '../ui/words';
import type { Progress, Step, StepName } from './first-run-steps';
import { dismissSteps, readProgress, skipStep, stepsOf } from './first-run-steps';

const LINKS: Record<StepName, string> = {
  frigate: '#/settings',
  mqtt: '#/settings',
  model: '#/settings',
  crops: '#/cameras',
  plan: '#/cameras?tab=plan',
  rescan: '#/settings',
  names: '#/people?guide=names',
  exposed: '#/people',
};

/** What is to be done before everything works; there until it is done or put away. */
@customElement('first-run')
export class FirstRun extends ServiceElement {
  @state() private progress: Progress | null = null;

  constructor() {
    super();
    watch(this, () => [this.services.site]);
  }

  static override styles = [
    base,
    buttons,
    css`
      .card {
        margin-bottom: 4px;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 12px;
        margin-bottom: 12px;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(250px, 1fr));
        gap: 4px 24px;
      }
      li {
        display: flex;
        gap: 12px;
        padding: 7px 0;
      }
      .mark {
        width: 24px;
        height: 24px;
        border-radius: 50%;
        border: 2px solid var(--line-strong);
        flex: none;
        display: grid;
        place-content: center;
        font-size: 12px;
        font-weight: 660;
        color: var(--ink-2);
        --icon-size: 16px;
      }
      .done .mark {
        background: var(--good-soft);
        border-color: transparent;
        color: var(--good);
      }
      @media (max-width: 700px) {
        li.done {
          display: none;
        }
        header {
          flex-wrap: wrap;
        }
      }
      .skip {
        min-height: 32px;
        padding: 0 10px;
        margin-left: -10px;
        font-size: 13px;
      }
      .done h3 {
        color: var(--ink-3);
        font-weight: 500;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void readProgress(this.services.api).then((progress) => (this.progress = progress));
  }

  override render() {
    const steps = this.progress ? stepsOf(this.progress, this.services.site.state.health) : [];
    const done = steps.filter((step) => step.done).length;
    this.hidden = done === steps.length || (this.progress?.dismissed ?? true);
    if (this.hidden) return nothing;
    return html`<section class="card" aria-label=${t('firstRun.title')}>
      <header>
        <h2>${t('firstRun.title')}</h2>
        <span class="muted small numbers">${t('firstRun.done', { done, all: steps.length })}</span>
        <span class="grow"></span>
        <button class="quiet" @click=${() => this.#dismiss()}>${t('firstRun.dismiss')}</button>
      </header>
      <ol>
        ${steps.map((step, index) => this.#step(step, index + 1))}
      </ol>
    </section>`;
  }

  #step({ name, done, optional }: Step, number: number) {
    const link = LINKS[name];
    const title = t(`firstRun.${name}` as Key);
    return html`<li class=${done ? 'done' : ''}>
      <span class="mark">${done ? html`<fr-icon path=${mdiCheck}></fr-icon>` : number}</span>
      <div>
        <h3>
          ${!done ? html`<a href=${link}>${title}</a>` : title}${
            done ? html`<span class="unseen"> (${t('firstRun.isDone')})</span>` : nothing
          }
        </h3>
        ${name === 'model' && done ? this.#speed() : nothing}
        ${done ? nothing : html`<p class="muted small">${t(`firstRun.${name}.why` as Key)}</p>`}
        ${
          done || !optional
            ? nothing
            : html`<button
              class="quiet skip"
              aria-label=${t('firstRun.skipStep', { name: title })}
              @click=${() => this.#skip(name)}
            >
              ${t('firstRun.skip')}
            </button>`
        }
      </div>
    </li>`;
  }

  #speed() {
    const speed = speedWords(this.services.site.state.health?.model.ms_per_crop ?? null);
    return speed ? html`<p class="muted small numbers">${speed}</p>` : nothing;
  }

  #skip(name: StepName): void {
    const skipped = skipStep(name);
    if (this.progress) this.progress = { ...this.progress, skipped };
  }

  #dismiss(): void {
    if (this.progress) this.progress = { ...this.progress, dismissed: true };
    dismissSteps();
  }
}
