import{Gt as e,Kt as t,Pt as n,Qt as r,Ut as i,Wt as a,Yt as o,_ as s,qt as c,rn as l,u,x as d}from"./words-CSYP8CTQ.js";import{n as f}from"./fr-picture-DPjzeCCH.js";var p=[1,2,5,10,15,30,60,120,300,600,900,1800,3600,7200,10800,21600,43200,86400];function m(e,t){let n=e/Math.max(1,t);return p.find(e=>e>=n)??Math.ceil(n/86400)*86400}function h(e,t,n,r){let i=m(t-e,n),a=[],o=s(e,r),c=Math.ceil((e+o)/i)*i-o;for(;c<=t&&a.length<=n;c+=i){let e=o-s(c,r);a.push(i>=3600?c+e:c)}return a.filter(n=>n>=e&&n<=t)}var g=class extends t{constructor(...e){super(...e),this.from_s=0,this.to_s=1,this.lanes=[],this.chosen=``,this.at_s=null,this.scrubbing=!1,this.width=600,this.brush=null,this.#e=null,this.#t=null}#e;#t;static{this.styles=[n,r`
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
    `]}connectedCallback(){super.connectedCallback(),this.#e=new ResizeObserver(([e])=>this.width=e?.contentRect.width??600),this.#e.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#e?.disconnect()}render(){let e=Math.max(2,Math.floor((this.width-120)/70)),t=h(this.from_s,this.to_s,e,this.zone),n=this.to_s-this.from_s<180;return o`<div class="all" role="group" aria-label=${l(`timeline.label`)}>
      <div>${this.lanes.map(e=>o`<div class="label cut">${e.label}</div>`)}</div>
      <div class="tracks">
        ${this.lanes.map(e=>this.#r(e))}
        <div
          class="axis"
          title=${l(`timeline.brush`)}
          @pointerdown=${e=>this.#c(e)}
          @pointermove=${e=>this.#l(e)}
          @pointerup=${()=>this.#u()}
          @dblclick=${()=>this.#d(null)}
        >
          ${t.map(e=>o`<span class="tick" ${f({"--x":this.#i(e)})}
                >${u(e,this.zone,n)}</span
              >`)}
        </div>
        ${this.#n()}
      </div>
    </div>`}#n(){let{brush:e,at_s:t}=this,n=e&&{"--x":this.#i(e[0]),"--w":this.#a(e[0],e[1])};return o`${n?o`<div class="range" ${f(n)}></div>`:c}
    ${t===null?c:o`<div class="head" ${f({"--x":this.#i(t)})}></div>`}`}#r(e){return o`<div
      class="track"
      @pointerdown=${e=>this.#s(e)}
      @pointermove=${e=>e.buttons&&this.#s(e)}
    >
      ${e.bars.map(t=>o`<button
            class="bar ${t.style} ${t.id===this.chosen?`chosen`:``}"
            aria-label=${`${e.label}, ${t.label}, ${u(t.from_s,this.zone,!0)}`}
            title=${`${t.label} · ${u(t.from_s,this.zone,!0)}`}
            ${f({"--x":this.#i(t.from_s),"--w":this.#a(t.from_s,t.to_s)})}
            @click=${()=>this.#f(`choose`,t.id)}
          ></button>`)}
    </div>`}#i(e){return`${100*(e-this.from_s)/Math.max(1,this.to_s-this.from_s)}%`}#a(e,t){return`${100*Math.max(0,t-e)/Math.max(1,this.to_s-this.from_s)}%`}#o(e){let{left:t,width:n}=e.currentTarget.getBoundingClientRect(),r=Math.min(1,Math.max(0,(e.clientX-t)/n));return this.from_s+r*(this.to_s-this.from_s)}#s(e){this.scrubbing&&this.#f(`scrub`,this.#o(e))}#c(e){e.currentTarget.setPointerCapture(e.pointerId),this.#t=this.#o(e)}#l(e){if(this.#t===null)return;let t=this.#o(e);this.brush=[Math.min(this.#t,t),Math.max(this.#t,t)]}#u(){this.#t=null;let{brush:e}=this;e&&this.#d(e[1]-e[0]>(this.to_s-this.from_s)/100?e:null)}#d(e){this.brush=e,this.#f(`brush`,e)}#f(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};d([a({type:Number})],g.prototype,`from_s`,void 0),d([a({type:Number})],g.prototype,`to_s`,void 0),d([a({attribute:!1})],g.prototype,`lanes`,void 0),d([a({attribute:!1})],g.prototype,`zone`,void 0),d([a()],g.prototype,`chosen`,void 0),d([a({attribute:!1})],g.prototype,`at_s`,void 0),d([a({type:Boolean})],g.prototype,`scrubbing`,void 0),d([i()],g.prototype,`width`,void 0),d([i()],g.prototype,`brush`,void 0),g=d([e(`fr-timeline`)],g);