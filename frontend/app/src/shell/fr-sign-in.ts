import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { base, buttons, fields } from '../ui/styles';

/** Asks for the token of the API. */
@customElement('fr-sign-in')
export class FrSignIn extends ServiceElement {
  @property({ type: Boolean }) wrong = false;
  @state() private busy = false;

  static override styles = [
    base,
    buttons,
    fields,
    css`
      main {
        min-height: 100dvh;
        display: grid;
        place-content: center;
        padding: 20px;
      }
      form {
        width: min(420px, calc(100vw - 40px));
        display: grid;
        gap: 18px;
        padding: 32px;
      }
      .wrong {
        color: var(--bad);
      }
      code {
        font-size: 13px;
      }
    `,
  ];

  override render() {
    return html`<main>
      <form class="card" @submit=${(event: SubmitEvent) => void this.#submit(event)}>
        <h1>${t('signin.title')}</h1>
        <p class="muted">${t('signin.why')}</p>
        <label class="field"
          >${t('signin.token')}
          <input
            name="token"
            type="password"
            autocomplete="current-password"
            required
            autofocus
            aria-describedby="wrong"
        /></label>
        <p id="wrong" class="wrong" role="alert">${this.wrong ? t('signin.wrong') : nothing}</p>
        <label class="check"
          ><input name="keep" type="checkbox" />${t('signin.keep')}</label
        >
        <button class="primary" ?disabled=${this.busy}>${t('signin.enter')}</button>
      </form>
    </main>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const token = String(data.get('token') ?? '').trim();
    if (token === '') return;
    this.busy = true;
    await this.services.signIn(token, data.has('keep'));
    this.busy = false;
  }
}
