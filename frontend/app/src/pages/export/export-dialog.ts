import type { Job } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Key } from '../../core/i18n';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base, buttons, fields } from '../../ui/styles';
import { saveBlob } from '../../ui/save';
import '../../ui/fr-dialog';
import '../../ui/fr-switch';
import { ExportStore } from './export-store';

const FORMATS = ['mp4', 'frigate_case', 'picture', 'json'] as const;

/** Choose what to export, follow its making, take it away. */
@customElement('export-dialog')
export class ExportDialog extends ServiceElement {
  @property({ attribute: false }) request: Record<string, unknown> = {};
  @state() private format: (typeof FORMATS)[number] = 'mp4';
  @state() private blurOthers = true;
  @state() private pseudonymise = false;
  @state() private store: ExportStore | null = null;
  #leave: () => void = () => undefined;

  static override styles = [
    base,
    buttons,
    fields,
    css`
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 10px;
      }
      legend {
        font-weight: 620;
        padding: 0 0 4px;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
      .bad {
        color: var(--bad);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.store?.stop();
  }

  override render() {
    const job = this.store?.state.job ?? null;
    return html`<fr-dialog heading=${t('export.title')} @closed=${() => this.#closed()}>
      ${job ? this.#job(job) : this.#form()} ${this.#actions(job)}
    </fr-dialog>`;
  }

  #form() {
    const error = this.store?.state.error;
    return html`<fieldset>
        <legend>${t('export.format')}</legend>
        ${FORMATS.map(
          (format) =>
            html`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${format === this.format}
                @change=${() => (this.format = format)}
              />${t(`export.format.${format}` as Key)}</label
            >`,
        )}
      </fieldset>
      <fr-switch
        label=${t('export.blur')}
        ?hidden=${this.format !== 'mp4'}
        .checked=${this.blurOthers}
        @changed=${(event: CustomEvent<boolean>) => (this.blurOthers = event.detail)}
      ></fr-switch>
      <fr-switch
        label=${t('export.pseudonymise')}
        ?hidden=${this.format === 'frigate_case'}
        .checked=${this.pseudonymise}
        @changed=${(event: CustomEvent<boolean>) => (this.pseudonymise = event.detail)}
      ></fr-switch>
      ${error ? html`<p class="bad" role="alert">${error.message}</p>` : nothing}`;
  }

  #job(job: Job) {
    return html`<p>${t(`job.${job.state}` as Key)}</p>
      <progress max="1" .value=${job.progress} aria-label=${t('export.title')}></progress>
      ${job.message ? html`<p class="muted">${job.message}</p>` : nothing}`;
  }

  #actions(job: Job | null) {
    if (job === null) {
      return html`<button slot="actions" class="primary" @click=${() => void this.#start()}>
        ${t('export.start')}
      </button>`;
    }
    if (job.state === 'done' && this.format !== 'frigate_case') {
      return html`<button slot="actions" class="primary" @click=${() => void this.#save(job)}>
        ${t('export.save')}
      </button>`;
    }
    if (job.state === 'waiting' || job.state === 'running') {
      return html`<button data-act slot="actions" @click=${() => void this.store?.cancel()}>
        ${t('action.cancel')}
      </button>`;
    }
    return html`<button slot="actions" @click=${() => this.#closed()}>${t('action.close')}</button>`;
  }

  async #start(): Promise<void> {
    const store = new ExportStore(this.services.api, this.services.live);
    this.#leave();
    this.#leave = store.subscribe(() => this.requestUpdate());
    this.store = store;
    await store.start({
      ...this.request,
      format: this.format,
      blur_others: this.blurOthers && this.format === 'mp4',
      pseudonymise: this.pseudonymise && this.format !== 'frigate_case',
    });
  }

  async #save(job: Job): Promise<void> {
    try {
      const blob = await this.services.api.blob(`exports/${encodeURIComponent(job.id)}/file`);
      saveBlob(blob, `route.${EXTENSIONS[this.format]}`);
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }

  #closed(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

const EXTENSIONS = { mp4: 'mp4', frigate_case: 'zip', picture: 'jpg', json: 'json' };
