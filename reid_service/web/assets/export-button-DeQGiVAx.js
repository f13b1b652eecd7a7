import{Et as e,Gt as t,K as n,Kt as r,Lt as i,Ot as a,Pt as o,Qt as s,Rt as c,Tt as l,Ut as u,Vt as d,Yt as f,g as p,h as m,zt as h}from"./words-BNtJ4LZz.js";import{n as g}from"./passage-mark-C9gRAGIH.js";import"./fr-dialog-BIs4G8_2.js";import{t as _}from"./save-BkJcNu3i.js";function v(e,t,n){if(e===null||t===null)return[];let r=new Map(e.placements.map(e=>[e.camera,e])),i=e.passages??[];return n.slice(1).flatMap((a,o)=>{let s=[r.get(n[o]?.camera??``),r.get(a.camera)],c=s.find(e=>e?.floor_id===t),l=s.find(e=>e!==void 0&&e.floor_id!==t);if(c===void 0||l===void 0)return[];let u=y(i,t,l.floor_id),d=u===null?null:x(i,t,u,c);if(d===null)return[];let f=e.floors.find(e=>e.id===u)?.name??``;return[{index:o,at:d.at,kind:d.kind,floor:f}]})}function y(e,t,n){let r=new Map([[t,t]]),i=[t];for(;i.length>0&&!r.has(n);){let n=[];for(let a of i)for(let i of b(e,a))r.has(i)||(r.set(i,a===t?i:r.get(a)??i),n.push(i));i=n}return r.get(n)??null}function b(e,t){return e.flatMap(({ends:e})=>{let n=e.map(e=>e.floor_id);return n.includes(t)?n.filter(e=>e!==t):[]})}function x(e,t,n,r){let i=null;for(let{ends:a,kind:o}of e){let e=a.find(e=>e.floor_id===t);if(e===void 0||!a.some(e=>e.floor_id===n))continue;let s=Math.hypot(e.x-r.x,e.y-r.y);(i===null||s<i.away)&&(i={at:{x:e.x,y:e.y},kind:o,away:s})}return i}var S=.14;function C(e,t,n,r=[]){let i=new Map(r.map(e=>[e.index,e.at])),a=[],o=[],s=[],c=null;return e.forEach((r,l)=>{let u=n.get(r.camera),d=e[l-1],f=i.get(l-1);if(d!==void 0&&f!==void 0){let e=t[l-1]?.seconds??0,i=O(d,r,e,!1);s.push(...D(f,n.get(d.camera),u,i,e))}if(u===void 0){o.push(l+1);return}let p={number:l+1,leg:r,at:u};if(a.push(p),c!==null&&f===void 0&&!A(c.stop.at,u)){let e=l-c.index>1,n=e?r.start_s-c.stop.leg.end_s:t[l-1]?.seconds??0;s.push({from:c.stop.at,to:u,bend:k(c.stop.at,u),style:O(c.stop.leg,r,n,e),gap_s:n})}c={index:l,stop:p}}),{stops:a,lines:s,unplaced:o,crossings:r}}function w(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function T(e,t){let n=null;for(let r of e.stops){if(t<r.leg.start_s){if(n===null)return null;let e=r.leg.start_s-n.leg.end_s,i=e>0?(t-n.leg.end_s)/e:1;return E(n.at,k(n.at,r.at),r.at,i)}if(t<=r.leg.end_s)return r.at;n=r}return null}function E(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function D(e,t,n,r,i){let[a,o]=n===void 0?[t,e]:[e,n];return a===void 0||A(a,o)?[]:[{from:a,to:o,bend:k(a,o),style:r,gap_s:i}]}function O(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function k(e,t){let[n,r]=[t.x-e.x,t.y-e.y];return{x:(e.x+t.x)/2-S*r,y:(e.y+t.y)/2+S*n}}function A(e,t){return e.x===t.x&&e.y===t.y}var j=3;function M(e,n){let{layout:r,walker:i}=e;return t`${r.lines.map(({from:e,bend:n,to:r,style:i})=>t`<path class="route ${i}" d="M${e.x} ${e.y}Q${n.x} ${n.y} ${r.x} ${r.y}"></path>`)}${N(e)}${r.crossings.map(({at:e,kind:t,floor:r})=>g(e,t,n,o(`plan.to`,{floor:r})))}${P(e,n)}${i?t`<circle class="walker" cx=${i.x} cy=${i.y} r=${n*1.3}></circle>`:d}`}function N({trails:e,layout:n}){let r=new Set(n.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&r.has(e.sighting_id)).map(e=>{let n=e.points.map(e=>`${e.x},${e.y}`).join(` `);return t`<polyline class="trail" points=${n}></polyline>`})}function P({layout:e,chosen:n,onStop:r},i){return w(e.stops).map(({at:a,numbers:o,camera:s})=>{let c=e.stops.filter(e=>e.leg.camera===s),l=c.some(e=>e.leg.sighting_id===n),u=o.length>j?`${o.slice(0,2).join(` `)} …`:o.join(` `),d=i*(1.1+.75*u.length);return t`<g class="stop ${l?`chosen`:``}"
        @click=${()=>r?.(c[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${a.x-d} y=${a.y-i*2} width=${2*d} height=${i*4} rx=${i*2}></rect>
      <text x=${a.x} y=${a.y+i*.85} font-size=${i*2.3}>${u}</text>
    </g>`})}var F=class extends f{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:s(e)})}}},I=[`mp4`,`frigate_case`,`picture`,`json`],L=class extends m{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[l,e,a,r`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return u`<fr-dialog heading=${o(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return u`<fieldset>
        <legend>${o(`export.format`)}</legend>
        ${I.map(e=>u`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${o(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${o(`export.blur`)}
        ?hidden=${this.format!==`mp4`}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${o(`export.pseudonymise`)}
        ?hidden=${this.format===`frigate_case`}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?u`<p class="bad" role="alert">${e.message}</p>`:d}`}#n(e){return u`<p>${o(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${o(`export.title`)}></progress>
      ${e.message?u`<p class="muted">${e.message}</p>`:d}`}#r(e){return e===null?u`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${o(`export.start`)}
      </button>`:e.state===`done`&&this.format!==`frigate_case`?u`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${o(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?u`<button slot="actions" @click=${()=>void this.store?.cancel()}>
        ${o(`action.cancel`)}
      </button>`:u`<button slot="actions" @click=${()=>this.#o()}>${o(`action.close`)}</button>`}async#i(){let e=new F(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers&&this.format===`mp4`,pseudonymise:this.pseudonymise&&this.format!==`frigate_case`})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`);_(t,`route.${R[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};p([c({attribute:!1})],L.prototype,`request`,void 0),p([i()],L.prototype,`format`,void 0),p([i()],L.prototype,`blurOthers`,void 0),p([i()],L.prototype,`pseudonymise`,void 0),p([i()],L.prototype,`store`,void 0),L=p([h(`export-dialog`)],L);var R={mp4:`mp4`,frigate_case:`zip`,picture:`jpg`,json:`json`},z=class extends m{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[l,e]}render(){return u`<button @click=${()=>this.open=!0}>
        <fr-icon path=${n}></fr-icon>${o(`export.title`)}
      </button>
      ${this.open?u`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:d}`}};p([c({attribute:!1})],z.prototype,`request`,void 0),p([i()],z.prototype,`open`,void 0),z=p([h(`export-button`)],z);export{v as i,C as n,T as r,M as t};