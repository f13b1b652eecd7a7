import{$t as e,Ft as t,Gt as n,Ht as r,Mt as i,Nt as a,Ut as o,Vt as s,Xt as c,Y as l,Yt as u,qt as d,s as f,sn as p,tn as m,v as h,y as g}from"./words-C_uNMI3r.js";import{n as _}from"./passage-mark-BEH7nCtB.js";import"./fr-dialog-D-4xP5PV.js";import{t as v}from"./save-DTL0j_kC.js";var y=class extends h{constructor(...e){super(...e),this.identityId=``,this.watched=!1}willUpdate(e){e.has(`identityId`)&&this.#e()}render(){return d`<fr-switch
      data-act
      .checked=${this.watched}
      label=${m(`watch.label`)}
      @changed=${e=>void this.#t(e.detail)}
    ></fr-switch>`}async#e(){let{identityId:e}=this;this.watched=!1;try{let{items:t}=await this.services.api.get(`watches`);if(e!==this.identityId)return;this.watched=t.some(t=>t.identity_id===e)}catch{}}async#t(e){let{api:t,toasts:n}=this.services,r=`identities/${encodeURIComponent(this.identityId)}/watch`;this.watched=e;try{await(e?t.put(r,{}):t.delete(r)),n.done(m(e?`watch.on`:`watch.off`))}catch(t){this.watched=!e,n.failed(t)}}};g([r()],y.prototype,`identityId`,void 0),g([s()],y.prototype,`watched`,void 0),y=g([o(`watch-switch`)],y);var b=.14;function x(e,t,n,r=[]){let i=new Map(r.map(e=>[e.index,e])),a=[],o=[],s=[],c=[],l=(e,t,n,r,i)=>{let a=n.map(e=>({...e,bend:O(e.from,e.to)}));c.push({from_s:e.end_s,to_s:t.start_s,parts:a});for(let{from:e,bend:t,to:n,here:o}of a)o&&!k(e,n)&&s.push({from:e,bend:t,to:n,style:r,gap_s:i})},u=null;return e.forEach((r,s)=>{let c=n.get(r.camera),d=e[s-1],f=i.get(s-1),p=t[s-1]?.seconds??0;if(d!==void 0&&f!==void 0){let e=f.stretches.map(({from:e,to:t,metres:n,here:r})=>({from:e,to:t,length:n,here:r}));l(d,r,e,D(d,r,p,!1),p)}if(c===void 0){o.push(s+1);return}let m={number:s+1,leg:r,at:c};if(a.push(m),u!==null&&f===void 0){let e=u.stop,t=s-u.index>1,n=t?r.start_s-e.leg.end_s:p,i={from:e.at,to:c,length:1,here:!0};l(e.leg,r,[i],D(e.leg,r,n,t),n)}u={index:s,stop:m}}),{stops:a,lines:s,walks:c,unplaced:o,crossings:r.flatMap(e=>e.crossings)}}function S(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function C(e,t){let n=e.stops.find(({leg:e})=>e.start_s<=t&&t<=e.end_s);if(n!==void 0)return n.at;let r=w(e,t);return r===void 0?null:T(r,t)}function w(e,t){return e.walks.find(e=>e.from_s<t&&t<e.to_s)}function T({from_s:e,to_s:t,parts:n},r){let i=n.reduce((e,t)=>e+t.length,0)*(r-e)/(t-e),a=n.find(({length:e},t)=>i<=e||t===n.length-1||(i-=e,!1));if(!a?.here)return null;let o=a.length>0?Math.min(1,i/a.length):1;return E(a.from,a.bend,a.to,o)}function E(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function D(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function O(e,t,n=1){let[r,i]=[t.x-e.x,t.y-e.y],a=b*n;return{x:(e.x+t.x)/2-a*i,y:(e.y+t.y)/2+a*r}}function k(e,t){return e.x===t.x&&e.y===t.y}var A=25,j=6;function M(e,t,n){if(e===null||t===null||!e.passages?.length)return[];let r=new Map(e.placements.map(e=>[e.camera,e])),i=new Map;return n.slice(1).flatMap((a,o)=>{let[s,c]=[r.get(n[o]?.camera??``),r.get(a.camera)];if(s===void 0||c===void 0||s.floor_id===c.floor_id)return[];let l=JSON.stringify([s.camera,c.camera]);i.has(l)||i.set(l,N(e,s,c));let u=i.get(l)??null;return u===null?[]:[P(e,t,o,u)]})}function N(e,t,n){let r=e.passages??[],i=new Map([[t,{steps:[{...t,passage:null}],metres:0}]]),a=new Set;for(;;){let t=[...i].reduce((e,t)=>e===null||t[1].metres<e[1].metres?t:e,null);if(t===null)return null;let[o,s]=t;if(o===n)return s.steps;i.delete(o),a.add(o);let c=(e,t,n)=>{a.has(e)||n>=(i.get(e)?.metres??1/0)||i.set(e,{steps:[...s.steps,...t],metres:n})};o.floor_id===n.floor_id&&c(n,[{...n,passage:null}],s.metres+I(e,o,n));for(let t of r){let[n,r]=t.ends;if(n===void 0||r===void 0)continue;let i=[[n,r],[r,n]];for(let[n,r]of i.filter(([e])=>e.floor_id===o.floor_id))c(r,[{...n,passage:null},{...r,passage:t}],s.metres+I(e,o,n)+j)}}}function P(e,t,n,r){let i=[],a=[],o=t=>e.floors.find(e=>e.id===t)?.name??``;return r.slice(1).forEach((s,c)=>{let l=r[c]??s;if(s.passage===null){let n={from:F(l),to:F(s)},r=I(e,l,s),{floor_id:a}=s;i.push({floor_id:a,...n,metres:r,here:a===t});return}let{kind:u}=s.passage;for(let[e,r]of[[l,s],[s,l]])e.floor_id===t&&a.push({index:n,at:F(e),kind:u,floor:o(r.floor_id)})}),{index:n,stretches:i,crossings:a}}function F({x:e,y:t}){return{x:e,y:t}}function I(e,t,n){let r=e.floors.find(e=>e.id===t.floor_id),i=Math.hypot(r?.width??0,r?.height??0)||A;return(r?.metres_per_unit??A/i)*Math.hypot(n.x-t.x,n.y-t.y)}var L=3;function R(e,t){let{layout:r,walker:i}=e;return u`${r.lines.map(({from:e,bend:t,to:n,style:r})=>u`<path class="route ${r}" d="M${e.x} ${e.y}Q${t.x} ${t.y} ${n.x} ${n.y}"></path>`)}${z(e,t)}${B(e)}${r.crossings.map(({at:e,kind:n,floor:r})=>_(e,n,t,m(`plan.to`,{floor:r})))}${V(e,t)}${i?u`<circle class="walker" cx=${i.x} cy=${i.y} r=${t*1.3}></circle>`:n}`}function z({branches:e=[]},t){return e.map(({from:e,bend:n,to:r,middle:i,branch:a})=>u`<g class="branch">
      <path d="M${e.x} ${e.y}Q${n.x} ${n.y} ${r.x} ${r.y}"></path>
      <text x=${i.x} y=${i.y} font-size=${t*1.9}>${f(a.probability)}</text>
    </g>`)}function B({trails:e,layout:t}){let n=new Set(t.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&n.has(e.sighting_id)).map(e=>{let t=e.points.map(e=>`${e.x},${e.y}`).join(` `);return u`<polyline class="trail" points=${t}></polyline>`})}function V({layout:e,chosen:t,onStop:n},r){return S(e.stops).map(({at:i,numbers:a,camera:o})=>{let s=e.stops.filter(e=>e.leg.camera===o),c=s.some(e=>e.leg.sighting_id===t),l=a.length>L?`${a.slice(0,2).join(` `)} …`:a.join(` `),d=r*(1.1+.75*l.length);return u`<g class="stop ${c?`chosen`:``}"
        @click=${()=>n?.(s[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${i.x-d} y=${i.y-r*2} width=${2*d} height=${r*4} rx=${r*2}></rect>
      <text x=${i.x} y=${i.y+r*.85} font-size=${r*2.3}>${l}</text>
    </g>`})}var H=class extends e{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:p(e)})}}},U=[`mp4`,`frigate_case`,`picture`,`json`],W=class extends h{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[i,a,t,c`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return d`<fr-dialog heading=${m(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return d`<fieldset>
        <legend>${m(`export.format`)}</legend>
        ${U.map(e=>d`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${m(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${m(`export.blur`)}
        ?hidden=${this.format!==`mp4`}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${m(`export.pseudonymise`)}
        ?hidden=${this.format===`frigate_case`}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?d`<p class="bad" role="alert">${e.message}</p>`:n}`}#n(e){return d`<p>${m(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${m(`export.title`)}></progress>
      ${e.message?d`<p class="muted">${e.message}</p>`:n}`}#r(e){return e===null?d`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${m(`export.start`)}
      </button>`:e.state===`done`&&this.format!==`frigate_case`?d`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${m(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?d`<button data-act slot="actions" @click=${()=>void this.store?.cancel()}>
        ${m(`action.cancel`)}
      </button>`:d`<button slot="actions" @click=${()=>this.#o()}>${m(`action.close`)}</button>`}async#i(){let e=new H(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers&&this.format===`mp4`,pseudonymise:this.pseudonymise&&this.format!==`frigate_case`})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`);v(t,`route.${G[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};g([r({attribute:!1})],W.prototype,`request`,void 0),g([s()],W.prototype,`format`,void 0),g([s()],W.prototype,`blurOthers`,void 0),g([s()],W.prototype,`pseudonymise`,void 0),g([s()],W.prototype,`store`,void 0),W=g([o(`export-dialog`)],W);var G={mp4:`mp4`,frigate_case:`zip`,picture:`jpg`,json:`json`},K=class extends h{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[i,a]}render(){return d`<button @click=${()=>this.open=!0}>
        <fr-icon path=${l}></fr-icon>${m(`export.title`)}
      </button>
      ${this.open?d`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:n}`}};g([r({attribute:!1})],K.prototype,`request`,void 0),g([s()],K.prototype,`open`,void 0),K=g([o(`export-button`)],K);export{E as a,x as i,M as n,C as o,O as r,R as t};