import{Ht as e,Kt as t,Ut as n,Vt as r,Wt as i,Yt as a,jt as o,y as s}from"./words-begyc7o9.js";var c=class extends n{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``,this.described=``}static{this.styles=[o,a`
      label {
        display: inline-flex;
        align-items: center;
        gap: 11px;
        min-height: 36px;
        cursor: pointer;
      }
      input {
        appearance: none;
        width: 40px;
        height: 24px;
        margin: 0;
        border-radius: 12px;
        background: var(--line-strong);
        position: relative;
        cursor: pointer;
        flex: none;
        transition: background var(--quick);
      }
      input::after {
        content: '';
        position: absolute;
        left: 3px;
        top: 3px;
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: var(--surface);
        transition: transform var(--quick);
      }
      input:checked {
        background: var(--accent);
      }
      input:checked::after {
        transform: translateX(16px);
      }
      input:disabled {
        opacity: 0.5;
      }
    `]}render(){return t`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}${this.described?t`<span class="unseen"> ${this.described}</span>`:i}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};s([r({type:Boolean})],c.prototype,`checked`,void 0),s([r({type:Boolean})],c.prototype,`disabled`,void 0),s([r()],c.prototype,`label`,void 0),s([r()],c.prototype,`described`,void 0),c=s([e(`fr-switch`)],c);function l(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}export{l as t};