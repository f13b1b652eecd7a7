import{Et as e,Tt as t,jt as n,kt as r,lt as i,m as a,wt as o}from"./index-XtaqyY8s.js";var s=class extends e{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``}static{this.styles=[i,n`
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
    `]}render(){return r`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};a([o({type:Boolean})],s.prototype,`checked`,void 0),a([o({type:Boolean})],s.prototype,`disabled`,void 0),a([o()],s.prototype,`label`,void 0),s=a([t(`fr-switch`)],s);function c(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}export{c as t};