import{Q as e,a as t,dt as n,ft as r,gt as i,mt as a,p as o,pt as s,st as c,tt as l,u,ut as d,yt as f}from"./words-B-24pnu_.js";import{o as p,t as m}from"./vars-CgYANbMy.js";var h=class extends s{constructor(...e){super(...e),this.value=``,this.label=``,this.names=[],this.#e=!1}#e;static{this.styles=[e,l,f`
      :host {
        display: block;
      }
      input {
        width: 100%;
        min-height: 36px;
        padding: 0 9px;
        margin: -4px 0 0 -8px;
        width: calc(100% + 16px);
        font-weight: 600;
      }
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return i`<input
        list="names"
        maxlength="100"
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${c(`people.name`)}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>i`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),e.key===`Enter`&&this.#n(this.input.value),e.key===`Escape`&&this.#n(this.value)}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};o([n()],h.prototype,`value`,void 0),o([n()],h.prototype,`label`,void 0),o([n({attribute:!1})],h.prototype,`names`,void 0),o([p(`input`)],h.prototype,`input`,void 0),h=o([r(`name-editor`)],h);var g=[1,2,5,10,15,30,60,120,300,600,900,1800,3600,7200,10800,21600,43200,86400];function _(e,t){let n=e/Math.max(1,t);return g.find(e=>e>=n)??Math.ceil(n/86400)*86400}function v(e,t,n,r){let i=_(t-e,n),a=[],o=u(e,r),s=Math.ceil((e+o)/i)*i-o;for(;s<=t&&a.length<=n;s+=i){let e=o-u(s,r);a.push(i>=3600?s+e:s)}return a.filter(n=>n>=e&&n<=t)}var y=class extends s{constructor(...e){super(...e),this.from_s=0,this.to_s=1,this.lanes=[],this.chosen=``,this.at_s=null,this.scrubbing=!1,this.width=600,this.brush=null,this.#e=null,this.#t=null}#e;#t;static{this.styles=[e,f`
      :host {
        display: block;
        font-size: 13px;
        color: var(--ink-3);
      }
      .all {
        display: grid;
        grid-template-columns: minmax(56px, max-content) minmax(0, 1fr);
        column-gap: 12px;
        position: relative;
      }
      .label {
        line-height: 30px;
        color: var(--ink-2);
        max-width: 132px;
      }
      .track {
        position: relative;
        height: 30px;
        border-bottom: 1px solid var(--line);
        touch-action: pan-y;
      }
      .bar {
        all: unset;
        box-sizing: border-box;
        position: absolute;
        left: var(--x);
        width: max(7px, var(--w));
        top: 6px;
        height: 18px;
        border-radius: 5px;
        background: var(--route);
        cursor: pointer;
      }
      .bar::after {
        content: '';
        position: absolute;
        inset: -6px -5px;
      }
      .bar.dashed {
        background: repeating-linear-gradient(
          -55deg,
          var(--route) 0 4px,
          color-mix(in oklab, var(--route), var(--surface) 60%) 4px 8px
        );
      }
      .bar.clash {
        background: var(--bad);
      }
      .bar:focus-visible,
      .bar.chosen {
        outline: 2px solid var(--ink);
        outline-offset: 1px;
      }
      .axis {
        position: relative;
        height: 26px;
        cursor: col-resize;
        touch-action: none;
      }
      .tick {
        position: absolute;
        left: var(--x);
        top: 4px;
        transform: translateX(-50%);
        font-variant-numeric: tabular-nums;
        font-size: 12px;
        pointer-events: none;
        user-select: none;
      }
      .tracks {
        position: relative;
        min-width: 0;
      }
      .head,
      .range {
        position: absolute;
        left: var(--x);
        top: 0;
        bottom: 26px;
        pointer-events: none;
      }
      .head {
        border-left: 2px solid var(--ink);
      }
      .range {
        width: var(--w);
        background: color-mix(in oklab, var(--accent), transparent 84%);
        border-radius: 4px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.#e=new ResizeObserver(([e])=>this.width=e?.contentRect.width??600),this.#e.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#e?.disconnect()}render(){let e=Math.max(2,Math.floor((this.width-120)/70)),n=v(this.from_s,this.to_s,e,this.zone),r=this.to_s-this.from_s<180;return i`<div class="all" role="group" aria-label=${c(`timeline.label`)}>
      <div>${this.lanes.map(e=>i`<div class="label cut">${e.label}</div>`)}</div>
      <div class="tracks">
        ${this.lanes.map(e=>this.#r(e))}
        <div
          class="axis"
          title=${c(`timeline.brush`)}
          @pointerdown=${e=>this.#c(e)}
          @pointermove=${e=>this.#l(e)}
          @pointerup=${()=>this.#u()}
          @dblclick=${()=>this.#d(null)}
        >
          ${n.map(e=>i`<span class="tick" ${m({"--x":this.#i(e)})}
                >${t(e,this.zone,r)}</span
              >`)}
        </div>
        ${this.#n()}
      </div>
    </div>`}#n(){let{brush:e,at_s:t}=this,n=e&&{"--x":this.#i(e[0]),"--w":this.#a(e[0],e[1])};return i`${n?i`<div class="range" ${m(n)}></div>`:a}
    ${t===null?a:i`<div class="head" ${m({"--x":this.#i(t)})}></div>`}`}#r(e){return i`<div
      class="track"
      @pointerdown=${e=>this.#s(e)}
      @pointermove=${e=>e.buttons&&this.#s(e)}
    >
      ${e.bars.map(n=>i`<button
            class="bar ${n.style} ${n.id===this.chosen?`chosen`:``}"
            aria-label=${`${e.label}, ${n.label}, ${t(n.from_s,this.zone,!0)}`}
            title=${`${n.label} · ${t(n.from_s,this.zone,!0)}`}
            ${m({"--x":this.#i(n.from_s),"--w":this.#a(n.from_s,n.to_s)})}
            @click=${()=>this.#f(`choose`,n.id)}
          ></button>`)}
    </div>`}#i(e){return`${100*(e-this.from_s)/Math.max(1,this.to_s-this.from_s)}%`}#a(e,t){return`${100*Math.max(0,t-e)/Math.max(1,this.to_s-this.from_s)}%`}#o(e){let{left:t,width:n}=e.currentTarget.getBoundingClientRect(),r=Math.min(1,Math.max(0,(e.clientX-t)/n));return this.from_s+r*(this.to_s-this.from_s)}#s(e){this.scrubbing&&this.#f(`scrub`,this.#o(e))}#c(e){e.currentTarget.setPointerCapture(e.pointerId),this.#t=this.#o(e)}#l(e){if(this.#t===null)return;let t=this.#o(e);this.brush=[Math.min(this.#t,t),Math.max(this.#t,t)]}#u(){this.#t=null;let{brush:e}=this;e&&this.#d(e[1]-e[0]>(this.to_s-this.from_s)/100?e:null)}#d(e){this.brush=e,this.#f(`brush`,e)}#f(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};o([n({type:Number})],y.prototype,`from_s`,void 0),o([n({type:Number})],y.prototype,`to_s`,void 0),o([n({attribute:!1})],y.prototype,`lanes`,void 0),o([n({attribute:!1})],y.prototype,`zone`,void 0),o([n()],y.prototype,`chosen`,void 0),o([n({attribute:!1})],y.prototype,`at_s`,void 0),o([n({type:Boolean})],y.prototype,`scrubbing`,void 0),o([d()],y.prototype,`width`,void 0),o([d()],y.prototype,`brush`,void 0),y=o([r(`fr-timeline`)],y);