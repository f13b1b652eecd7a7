import{Gt as e,Jt as t,L as n,Nt as r,Pt as i,Ut as a,Wt as o,Zt as s,b as c,nn as l}from"./words-wkC6vuRC.js";import{a as u}from"./fr-picture-7a8VXDMG.js";var d=class extends e{constructor(...e){super(...e),this.heading=``,this.wide=!1}static{this.styles=[r,i,s`
      dialog {
        border: 1px solid var(--line);
        border-radius: 18px;
        padding: 0;
        width: min(480px, calc(100vw - 32px));
        max-height: min(86dvh, 900px);
        color: var(--ink);
        background: var(--surface);
        box-shadow: var(--shadow-2);
        overflow: auto;
      }
      :host([wide]) dialog {
        width: min(var(--dialog-width, 820px), calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 16px 12px 6px 24px;
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
      }
      header h2 {
        flex: 1;
      }
      .body {
        padding: 6px 24px 20px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 10px;
        padding: 14px 24px 20px;
        position: sticky;
        bottom: 0;
        background: var(--surface);
      }
      @media (max-width: 600px) {
        dialog,
        :host([wide]) dialog {
          width: 100vw;
          max-width: 100vw;
          margin: auto 0 0;
          border-radius: 18px 18px 0 0;
          max-height: 92dvh;
        }
      }
    `]}firstUpdated(){this.dialog.showModal()}render(){return t`<dialog
      aria-labelledby="heading"
      @cancel=${e=>{e.preventDefault(),this.#e()}}
      @close=${()=>this.#e()}
      @click=${e=>{e.target===this.dialog&&this.#e()}}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet icon" aria-label=${l(`action.close`)} @click=${()=>this.#e()}>
          <fr-icon path=${n}></fr-icon>
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`}#e(){this.dispatchEvent(new CustomEvent(`closed`))}};c([a()],d.prototype,`heading`,void 0),c([a({type:Boolean,reflect:!0})],d.prototype,`wide`,void 0),c([u(`dialog`)],d.prototype,`dialog`,void 0),d=c([o(`fr-dialog`)],d);