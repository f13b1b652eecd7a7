const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./people-page-Chml0c4N.js","./words-CSYP8CTQ.js","./query-all-DMSAddk8.js","./fr-picture-DPjzeCCH.js","./repeat-BBoSRMHA.js","./keys-BtAWeeJP.js","./fr-segments-B40J1w4p.js","./fr-dialog-DjE7l8O2.js","./name-editor-BJ2ek8xd.js","./fr-timeline-Cv4mvkuW.js","./person-page-DVp9RGBs.js","./fr-menu-C8qnSf_q.js","./save-P-Z7k9vA.js","./export-button-Cjt_c1lN.js","./passage-mark-Bh2sLRWZ.js","./places-BnEeg5QM.js","./fr-plan-GNtlpDE5.js","./usual-time-CgU2TkpY.js","./fr-clip-CQoxOa4A.js","./decision-words-ljzNAhTc.js","./term-bars-YUUf_4Nf.js","./fr-tabs-C6RIHUfy.js","./review-page-DDCuixC9.js","./search-page-BI1cJAzk.js","./live-DPqPRCux.js","./map-page-C5IbBm9T.js","./cameras-page-BqUGNzvk.js","./settings-page-DpRN6DSE.js"])))=>i.map(i=>d[i]);
import{B as e,Bt as t,E as n,Ft as r,Gt as i,Ht as a,It as o,Jt as s,Kt as ee,Lt as te,M as ne,Pt as c,Qt as l,R as re,Rt as ie,Ut as u,V as d,Vt as f,Wt as p,Xt as ae,Yt as m,an as oe,b as h,bt as se,cn as ce,en as le,ht as ue,ln as g,n as de,nn as fe,on as _,qt as v,rn as y,sn as b,tn as x,u as pe,vt as me,w as he,x as S,z as ge,zt as _e}from"./words-CSYP8CTQ.js";var ve=class{#e;#t;constructor(e){this.#e=e,this.#t=e.fetch??((e,t)=>fetch(e,t))}async get(e,t,n=t){try{return await this.getNow(e,t,n)}catch(t){let r=this.before(e,n);if(r===void 0||!(t instanceof _)||!t.isAway)throw t;return r}}async getNow(e,t,n=t){let r=await this.#n(`GET`,e,{query:t});return this.#e.kept?.put(this.address(e,n),r),r}before(e,t){return this.#e.kept?.get(this.address(e,t))}post(e,t={},n){return this.#n(`POST`,e,{body:t,query:n})}put(e,t,n){return this.#n(`PUT`,e,{body:t,query:n})}patch(e,t,n){return this.#n(`PATCH`,e,{body:t,query:n})}delete(e,t){return this.#n(`DELETE`,e,{query:t})}async blob(e,t,n){return(await this.#r(`GET`,e,{query:t,signal:n})).blob()}async upload(e,t,n,r){return await C(await this.#r(e,t,{file:n,query:r}))}address(e,t){let n=new URL(e,this.#e.base);for(let[e,r]of Object.entries(t??{})){if(r==null||r===``)continue;let t=Array.isArray(r)?r:[r];for(let r of t)n.searchParams.append(e,String(r))}return n.href}async#n(e,t,n){return await C(await this.#r(e,t,n))}async#r(e,t,n){let r=e!==`GET`,i=r?this.#e.whyNot?.():null;if(i)throw new _(0,b,i);let a;try{a=await this.#t(this.address(t,n.query),this.#i(e,n))}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:new _(0,b,`The service cannot be reached.`)}if(a.ok)return r&&this.#e.kept?.forget(),a;throw a.status===401&&this.#e.onUnauthorized?.(),await ye(a)}#i(e,t){let n=this.#e.token(),r={};n!==null&&(r.Authorization=`Bearer ${n}`),t.body!==void 0&&(r[`Content-Type`]=`application/json`),t.file!==void 0&&(r[`Content-Type`]=t.file.type);let i=t.body===void 0?null:JSON.stringify(t.body);return{method:e,headers:r,body:t.file??i,signal:t.signal??null}}};async function C(e){return e.status===204?null:e.json()}async function ye(e){try{let t=await e.json();if(typeof t.code==`string`&&typeof t.message==`string`)return new _(e.status,t.code,t.message)}catch{}return new _(e.status,ce,`The service answered with status ${e.status}.`)}var be=`frigate-reid`,xe=30,w=class{#e;#t=new Set;#n=new Set;#r=null;#i=0;#a=null;#o=!1;constructor(e){this.#e=e}get connected(){return this.#o}start(){if(this.#r!==null)return;this.#a?.(),this.#a=null;let e=this.#e.open();this.#r=e,e.onopen=()=>this.#s(e),e.onmessage=e=>this.#c(e.data),e.onclose=()=>this.#l(e)}stop(){this.#a?.(),this.#a=null;let e=this.#r;this.#r=null,e?.close(),this.#u(!1)}subscribe(e){return this.#t.add(e),()=>this.#t.delete(e)}onState(e){return this.#n.add(e),()=>this.#n.delete(e)}#s(e){this.#i=0,this.#e.topics.forEach((t,n)=>{e.send(JSON.stringify({type:`subscribe`,id:n,topics:[t]}))}),this.#u(!0)}#c(e){let t=D(e);if(t?.type!==`event`)return;let n={topic:t.topic,event:t.event,data:t.data};for(let e of[...this.#t])e(n)}#l(e){if(this.#r!==e)return;this.#r=null,this.#u(!1);let t=Math.min(xe,2**this.#i);this.#i+=1,this.#a=this.#e.later(t,()=>this.start())}#u(e){if(this.#o!==e){this.#o=e;for(let t of[...this.#n])t(e)}}};function T(e){return e===null?[]:[be,`bearer.${E(e)}`]}function E(e){let t=new TextEncoder().encode(e),n=Array.from(t,e=>String.fromCharCode(e)).join(``);return btoa(n).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``)}function D(e){if(typeof e!=`string`)return null;try{return JSON.parse(e)}catch{return null}}var O=300,k=class{#e;#t;#n=new Map;constructor(e,t=O){this.#e=e,this.#t=t}acquire(e){let t=this.#n.get(e)??this.#r(e);return this.#n.delete(e),this.#n.set(e,t),t.users+=1,t.url}release(e){let t=this.#n.get(e);t!==void 0&&(--t.users,this.#i())}get size(){return this.#n.size}#r(e){let t=this.#e.fetch(e).then(e=>this.#e.toUrl(e)),n={url:t,users:0};return t.catch(()=>{this.#n.get(e)===n&&this.#n.delete(e)}),this.#n.set(e,n),n}#i(){let e=this.#n.size-this.#t;for(let[t,n]of this.#n){if(e<=0)return;n.users>0||(this.#n.delete(t),--e,n.url.then(e=>this.#e.revoke(e),()=>void 0))}}},A=`frigate-reid-kept`,j=60,M=1e6,Se=class{#e=0;#t=new Map;constructor(e){this.storage=e;let t=Ce(e);this.#e=t.heard_ms;for(let[e,n]of t.answers)this.#t.set(e,n)}get heard_ms(){return this.#e}get(e){return this.#t.get(e)}put(e,t){this.#e=Date.now(),this.#t.delete(e),this.#t.set(e,t);for(let e of this.#t.keys()){if(this.#t.size<=j)return;this.#t.delete(e)}}write(){let e=[],t=0;for(let n of[...this.#t].reverse()){let r=JSON.stringify(n);if(t+=r.length,t>M)break;e.unshift(r)}try{let t=`{"heard_ms":${this.#e},"answers":[${e.join(`,`)}]}`;this.storage.setItem(A,t)}catch{}}forget(){this.#t.clear(),this.storage.removeItem(A)}};function Ce(e){try{return JSON.parse(e.getItem(A)??``)}catch{return{heard_ms:0,answers:[]}}}var we=class extends x{#e;constructor(e){super({place:N(e.location.hash)}),this.#e=e}start(){let e=()=>this.set({place:N(this.#e.location.hash)});return this.#e.addEventListener(`hashchange`,e),()=>this.#e.removeEventListener(`hashchange`,e)}go(e,t={}){this.#e.location.hash=P(e,t)}refine(e){let{place:t}=this.state,n={...Object.fromEntries(t.params),...e},r=P(t.path,n);this.#e.history.replaceState(null,``,r),this.set({place:N(r)})}};function N(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(`?`,2);return{path:t.split(`/`).filter(Boolean).map(decodeURIComponent),params:new URLSearchParams(n)}}function P(e,t={}){let n=Object.entries(t).filter(([,e])=>e),r=new URLSearchParams(n).toString();return`#/${e.map(encodeURIComponent).join(`/`)}${r&&`?${r}`}`}var F=`frigate-reid-token`,Te=class{constructor(e,t){this.tab=e,this.device=t}get(){return this.tab.getItem(F)??this.device.getItem(F)}keep(e,t){this.forget(),(t?this.device:this.tab).setItem(F,e)}forget(){this.tab.removeItem(F),this.device.removeItem(F)}},Ee=1e3,De=class extends x{#e;#t=0;#n=null;#r=!1;constructor(e){super({gate:`starting`,session:null,info:null,health:null,live:!1,heard_ms:0,reviews:0}),this.#e=e,e.live.onState(e=>this.#c(e)),e.live.subscribe(e=>{this.#o(),e.event===`health`&&this.set({health:e.data}),e.topic===`reviews`?this.set({reviews:e.data.open}):e.event===`identity_changed`&&this.countReviews()})}get zone(){return this.state.session?.time_zone??void 0}now_s(){return this.#e.now()/1e3+this.#t}async enter(){let{api:e,live:t,hasToken:n}=this.#e;try{let n=await e.getNow(`session`),r=await e.getNow(`info`);this.#s(r,this.#e.now()),this.set({gate:`open`,session:n,info:r,heard_ms:this.#e.now()}),t.start(),this.refresh()}catch(e){let{status:t,isAway:r}=g(e);t===401?this.set({gate:n()?`wrong-token`:`locked`}):r&&this.#i()||this.set({gate:`unreachable`})}}#i(){let{api:e,live:t,keptAt_ms:n}=this.#e,r=e.before(`session`),i=e.before(`info`);if(r===void 0||i===void 0)return!1;let a=n();this.#s(i,a);let o=e.before(`health`)??null;return this.set({gate:`open`,session:r,info:i,health:o,heard_ms:a}),t.start(),!0}lock(){this.state.gate===`open`&&(this.#e.live.stop(),this.set({gate:`locked`}))}async refresh(){try{let{api:e}=this.#e,[t,n]=await Promise.all([e.getNow(`info`),e.getNow(`health`)]);this.#s(t,this.#e.now()),this.set({info:t,health:n,heard_ms:this.#e.now()}),await this.countReviews()}catch{}}countReviews(){return this.#r=!0,this.#n??=this.#a().finally(()=>this.#n=null),this.#n}async#a(){try{for(;this.#r;){this.#r=!1;let{open:e}=await this.#e.api.get(`reviews/next`,{count:1});e!==this.state.reviews&&this.set({reviews:e})}}catch{}}#o(){let e=this.#e.now();e-this.state.heard_ms>=Ee&&this.set({heard_ms:e})}#s(e,t){this.#t=e.now_s-t/1e3}#c(e){this.set({live:e,...e?{heard_ms:this.#e.now()}:{}}),e&&this.refresh()}},Oe=8,ke=class extends x{#e=1;#t=new Set;constructor(e,t){super({toasts:[]}),this.api=e,this.later=t}done(e,t=[]){this.#n({text:e,kind:`done`,decisions:t})}failed(e){let{message:t,code:n}=g(e);this.#n({text:t,kind:`error`,decisions:[],code:n})}dismiss(e){this.set({toasts:this.state.toasts.filter(t=>t.id!==e)})}onUndone(e){return this.#t.add(e),()=>this.#t.delete(e)}async undoLast(e){let t=this.state.toasts.findLast(e=>e.decisions.length>0);t&&await this.undo(t,e)}async undo(e,t){this.dismiss(e.id);try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.done(t)}catch(e){this.failed(e)}for(let e of[...this.#t])e()}#n(e){let t=this.#e++;this.set({toasts:[...this.state.toasts.slice(-2),{id:t,...e}]}),this.later(e.kind===`error`?16:Oe,()=>this.dismiss(t))}},Ae=class{get value(){return this.o}set value(e){this.setValue(e)}setValue(e,t=!1){let n=t||!Object.is(e,this.o);this.o=e,n&&this.updateObservers()}constructor(e){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},e!==void 0&&(this.value=e)}addCallback(e,t,n){if(!n)return void e(this.value);this.subscriptions.has(e)||this.subscriptions.set(e,{disposer:()=>{this.subscriptions.delete(e)},consumerHost:t});let{disposer:r}=this.subscriptions.get(e);e(this.value,r)}clearCallbacks(){this.subscriptions.clear()}},I=class extends Event{constructor(e,t){super(`context-provider`,{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t}},je=class extends Ae{constructor(e,t,n){super(t.context===void 0?n:t.initialValue),this.onContextRequest=e=>{if(e.context!==this.context)return;let t=e.contextTarget??e.composedPath()[0];t!==this.host&&(e.stopPropagation(),this.addCallback(e.callback,t,e.subscribe))},this.onProviderRequest=e=>{if(e.context!==this.context||(e.contextTarget??e.composedPath()[0])===this.host)return;let t=new Set;for(let[e,{consumerHost:n}]of this.subscriptions)t.has(e)||(t.add(e),n.dispatchEvent(new le(this.context,n,e,!0)));e.stopPropagation()},this.host=e,this.context=t.context===void 0?t:t.context,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener(`context-request`,this.onContextRequest),this.host.addEventListener(`context-provider`,this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new I(this.context,this.host))}},{I:Me}=ae,L=e=>e,Ne=e=>e===null||typeof e!=`object`&&typeof e!=`function`,R=e=>e.strings===void 0,z=()=>document.createComment(``),Pe=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Me(r.insertBefore(z(),i),r.insertBefore(z(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=L(e).nextSibling;L(r).insertBefore(e,i),e=t}}}return n},Fe=(e,t,n=e)=>(e._$AI(t,n),e),Ie={},Le=(e,t=Ie)=>e._$AH=t,Re=e=>e._$AH,ze=e=>{e._$AR(),e._$AA.remove()},B=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),B(e,t);return!0},V=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},H=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),He(t)}};function Be(e){this._$AN===void 0?this._$AM=e:(V(this),this._$AM=e,H(this))}function Ve(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)B(r[e],!1),V(r[e]);else r!=null&&(B(r,!1),V(r))}else B(this,e)}}var He=e=>{e.type==t.CHILD&&(e._$AP??=Ve,e._$AQ??=Be)},U=class extends _e{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),H(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(B(this,e),V(this))}setValue(e){if(R(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},Ue=class{constructor(e){this.G=e}disconnect(){this.G=void 0}reconnect(e){this.G=e}deref(){return this.G}},We=class{constructor(){this.Y=void 0,this.Z=void 0}get(){return this.Y}pause(){this.Y??=new Promise(e=>this.Z=e)}resume(){this.Z?.(),this.Y=this.Z=void 0}},W=e=>!Ne(e)&&typeof e.then==`function`,G=1073741823,Ge=ie(class extends U{constructor(){super(...arguments),this._$Cwt=G,this._$Cbt=[],this._$CK=new Ue(this),this._$CX=new We}render(...e){return e.find(e=>!W(e))??s}update(e,t){let n=this._$Cbt,r=n.length;this._$Cbt=t;let i=this._$CK,a=this._$CX;this.isConnected||this.disconnected();for(let e=0;e<t.length&&!(e>this._$Cwt);e++){let o=t[e];if(!W(o))return this._$Cwt=e,o;e<r&&o===n[e]||(this._$Cwt=G,r=0,Promise.resolve(o).then(async e=>{for(;a.get();)await a.get();let t=i.deref();if(t!==void 0){let n=t._$Cbt.indexOf(o);n>-1&&n<t._$Cwt&&(t._$Cwt=n,t.setValue(e))}}))}return s}disconnected(){this._$CK.disconnect(),this._$CX.pause()}reconnected(){this._$CK.reconnect(this),this._$CX.resume()}}),Ke=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),qe=function(e,t){return new URL(e,t).href},Je={},Ye=function(e){return e.pathname.endsWith(`.css`)},Xe=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},K=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=qe(t,n);let r=s(t),i=Ye(r);return Xe(Je,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Ke,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})};function q(e,t){let n=!1;return r=>n?t(r):Ge(e().then(()=>(n=!0,t(r))),m``)}var J={people:{tab:`people`,render:q(()=>K(()=>import(`./people-page-Chml0c4N.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9]),import.meta.url),()=>m`<people-page></people-page>`)},person:{tab:`people`,render:q(()=>K(()=>import(`./person-page-DVp9RGBs.js`),__vite__mapDeps([10,1,5,3,7,11,12,13,14,8,15,9,16,17,18,19,20,21]),import.meta.url),e=>m`<person-page .identityId=${e.path[1]??``}></person-page>`)},review:{tab:`review`,render:q(()=>K(()=>import(`./review-page-DDCuixC9.js`),__vite__mapDeps([22,1,5,2,3,18,7,20,17]),import.meta.url),()=>m`<review-page></review-page>`)},search:{tab:`search`,render:q(()=>K(()=>import(`./search-page-BI1cJAzk.js`),__vite__mapDeps([23,1,3,2,21,5,6,13,14,7,12,18,15,24,16,4]),import.meta.url),e=>m`<search-page .place=${e}></search-page>`)},map:{tab:`map`,render:q(()=>K(()=>import(`./map-page-C5IbBm9T.js`),__vite__mapDeps([25,1,15,5,3,9,16]),import.meta.url),()=>m`<map-page></map-page>`)},cameras:{tab:`cameras`,render:q(()=>K(()=>import(`./cameras-page-BqUGNzvk.js`),__vite__mapDeps([26,1,21,3,14,16,7,11]),import.meta.url),()=>m`<cameras-page></cameras-page>`)},settings:{tab:`settings`,render:q(()=>K(()=>import(`./settings-page-DpRN6DSE.js`),__vite__mapDeps([27,1,12,21,3,19,20,7,24,6]),import.meta.url),()=>m`<settings-page></settings-page>`)}};function Ze(e){let[t=`people`,n]=e.path;return J[t===`people`&&n!==void 0?`person`:t]??J.people}var Y=class extends h{constructor(){super(),f(this,()=>[this.services.toasts])}static{this.styles=[c,r,l`
      :host {
        position: fixed;
        left: 0;
        right: 0;
        bottom: calc(var(--bar-height, 0px) + 16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
        z-index: 20;
        padding: 0 12px;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 6px;
        background: #20252e;
        color: #f3f5f8;
        border-radius: 12px;
        padding: 4px 4px 4px 18px;
        box-shadow: var(--shadow-2);
        max-width: 560px;
        min-height: 48px;
        animation: rise 180ms ease-out;
      }
      .toast.error {
        background: #7c1820;
      }
      button {
        background: transparent;
        border: 0;
        color: #b9ccff;
      }
      button:hover {
        background: rgb(255 255 255 / 12%);
      }
      .toast.error button,
      button.icon {
        color: inherit;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(10px);
        }
      }
    `]}render(){let{toasts:e}=this.services;return m`<div role="status" aria-live="polite" class="stack">
      ${e.state.toasts.map(t=>m`<div class="toast ${t.kind}">
            <span class="grow">${t.text}</span>
            ${t.decisions.length?m`<button data-act @click=${()=>void e.undo(t,y(`undo.done`))}>
                  ${y(`action.undo`)} <kbd>U</kbd>
                </button>`:v}
            <button class="icon" aria-label=${y(`action.close`)} @click=${()=>e.dismiss(t.id)}>
              <fr-icon path=${re}></fr-icon>
            </button>
          </div>`)}
    </div>`}};Y=S([i(`fr-toasts`)],Y);var X=class extends h{#e=0;constructor(){super(),f(this,()=>[this.services.site])}static{this.styles=[c,r,o,l`
      header {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 14px 32px 0;
        max-width: 1480px;
        margin-inline: auto;
        min-height: 44px;
        color: var(--ink-3);
        font-size: 14px;
        justify-content: flex-end;
      }
      .site {
        margin-right: auto;
        display: flex;
        gap: 8px;
        min-width: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: inherit;
        text-decoration: none;
        border-radius: 8px;
        padding: 4px 8px;
        margin-right: -8px;
      }
      a:hover {
        background: var(--surface-2);
      }
      .pause {
        min-height: 32px;
        padding: 0 10px;
        font-weight: 500;
        color: var(--ink-3);
        --icon-size: 18px;
      }
      .pause[aria-pressed='true'] {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--ink-3);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.degraded,
      .dot.starting {
        background: var(--warn);
      }
      .dot.offline {
        background: var(--bad);
      }
      .banner {
        display: flex;
        gap: 10px;
        align-items: center;
        margin: 12px 32px 0;
        padding: 10px 14px;
        background: var(--warn-soft);
        color: var(--warn);
        border-radius: 11px;
      }
      @media (max-width: 700px) {
        header {
          padding: 10px 16px 0;
        }
        .banner {
          margin: 10px 16px 0;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.#e=window.setInterval(()=>this.requestUpdate(),1e4)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{site:e}=this.services,{live:t,session:n,info:r}=e.state;return m`<header>
        <span class="site cut">${r?.instance===`main`?v:r?.instance}</span>
        ${n?.user?m`<span class="cut">${n.user}</span>`:v}
        <time class="numbers" title=${e.zone??``}>${pe(e.now_s(),e.zone)}</time>
        ${this.#n()} ${this.#t()}
      </header>
      ${t?this.#a():this.#i()}`}#t(){let{health:e,live:t}=this.services.site.state,n=t?e?.status??`starting`:`offline`,r=y(`health.${n}`);return m`<a href="#/settings" aria-label=${`${y(`nav.settings`)}: ${r}`}
      ><span class="dot ${n}"></span>${r}</a
    >`}#n(){let{health:e,live:t}=this.services.site.state,n=e?.paused;return n===void 0?v:m`<button
      class="quiet pause"
      aria-pressed=${n}
      ?disabled=${!t}
      @click=${()=>void this.#r(!n)}
    >
      <fr-icon path=${n?se:me}></fr-icon
      ><span>${y(n?`pause.resume`:`pause.pause`)}</span>
    </button>`}async#r(e){let{api:t,site:n,toasts:r}=this.services;try{await t.patch(`settings/matching`,{paused:e}),await n.refresh(),r.done(y(e?`pause.paused`:`pause.resumed`))}catch(e){r.failed(e)}}#i(){let{heard_ms:e}=this.services.site.state;return m`<div class="banner" role="status">
      <fr-icon path=${ge}></fr-icon>
      <span>${y(`offline.banner`,{age:de((Date.now()-e)/1e3)})}</span>
    </div>`}#a(){let{health:e}=this.services.site.state,t=[...e?.mqtt??[],...e?.frigate??[]].find(e=>e.problem)?.problem;return t?m`<div class="banner" role="status"><span>${t}</span></div>`:v}};X=S([i(`fr-header`)],X);var Qe=[{tab:`people`,icon:he},{tab:`search`,icon:n},{tab:`review`,icon:d},{tab:`map`,icon:ue},{tab:`cameras`,icon:ne},{tab:`settings`,icon:e}],Z=class extends h{constructor(){super(),this.current=`people`,f(this,()=>[this.services.site])}static{this.styles=[c,l`
      nav {
        position: sticky;
        top: 0;
        height: 100dvh;
        padding: 22px 14px;
        display: flex;
        flex-direction: column;
        gap: 4px;
        border-right: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 11px;
        font-weight: 680;
        font-size: 16px;
        letter-spacing: -0.01em;
        padding: 2px 10px 22px;
        color: var(--ink);
        text-decoration: none;
        white-space: nowrap;
      }
      .brand svg {
        width: 30px;
        height: 30px;
        flex: none;
      }
      nav > a:not(.brand) {
        display: flex;
        align-items: center;
        gap: 13px;
        min-height: 44px;
        padding: 0 12px;
        border-radius: 11px;
        color: var(--ink-2);
        font-weight: 560;
        text-decoration: none;
        position: relative;
        --icon-size: 22px;
      }
      nav > a:not(.brand):hover {
        background: var(--surface-2);
      }
      nav > a[aria-current]:not(.brand) {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .badge {
        margin-left: auto;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 999px;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 12px;
        line-height: 22px;
        font-weight: 660;
        text-align: center;
      }
      @media (max-width: 1000px) {
        .brand span {
          display: none;
        }
        .brand {
          padding: 2px 8px 22px;
        }
        nav > a:not(.brand) {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          padding: 7px 0;
          font-size: 11px;
          line-height: 1.2;
        }
        .badge {
          position: absolute;
          top: 3px;
          right: 2px;
          min-width: 18px;
          line-height: 18px;
          font-size: 11px;
          padding: 0 4px;
        }
      }
      @media (max-width: 700px) {
        nav {
          position: fixed;
          inset: auto 0 0;
          height: auto;
          flex-direction: row;
          justify-content: space-around;
          gap: 0;
          padding: 5px 4px calc(5px + env(safe-area-inset-bottom));
          border-right: 0;
          border-top: 1px solid var(--line);
          z-index: 10;
        }
        .brand {
          display: none;
        }
        nav > a:not(.brand) {
          flex: 1;
          min-width: 0;
          min-height: 52px;
        }
        nav > a[aria-current]:not(.brand) {
          background: none;
        }
        .badge {
          right: calc(50% - 24px);
        }
      }
    `]}render(){let{reviews:e}=this.services.site.state;return m`<nav aria-label=${y(`nav.label`)}>
      <a class="brand" href="#/people">${$e}<span>${y(`app.name`)}</span></a>
      ${Qe.map(({tab:t,icon:n})=>m`<a href="#/${t}" aria-current=${t===this.current?`page`:v}>
            <fr-icon path=${n}></fr-icon>${y(`nav.${t}`)}
            ${t===`review`&&e>0?m`<span class="badge" aria-label=${oe(`nav.open`,e)}>${e}</span>`:v}
          </a>`)}
    </nav>`}};S([p()],Z.prototype,`current`,void 0),Z=S([i(`fr-nav`)],Z);var $e=m`<svg viewBox="0 0 64 64" aria-hidden="true">
  <rect width="64" height="64" rx="15" fill="#2f5bd7"></rect>
  <g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round">
    <path d="M14 47c8-1 7-13 15-14s9-11 17-13" stroke-dasharray="0.1 8.5"></path>
    <circle cx="14" cy="47" r="4.5" fill="#fff"></circle>
    <circle cx="48" cy="18" r="6.5"></circle>
  </g>
</svg>`,Q=class extends h{constructor(...e){super(...e),this.wrong=!1,this.busy=!1}static{this.styles=[c,r,te,l`
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
    `]}render(){return m`<main>
      <form class="card" @submit=${e=>void this.#e(e)}>
        <h1>${y(`signin.title`)}</h1>
        <p class="muted">${y(`signin.why`)}</p>
        <label class="field"
          >${y(`signin.token`)}
          <input
            name="token"
            type="password"
            autocomplete="current-password"
            required
            autofocus
            aria-describedby="wrong"
        /></label>
        <p id="wrong" class="wrong" role="alert">${this.wrong?y(`signin.wrong`):v}</p>
        <label class="check"
          ><input name="keep" type="checkbox" />${y(`signin.keep`)}</label
        >
        <button class="primary" ?disabled=${this.busy}>${y(`signin.enter`)}</button>
      </form>
    </main>`}async#e(e){e.preventDefault();let t=new FormData(e.target),n=String(t.get(`token`)??``).trim();n!==``&&(this.busy=!0,await this.services.signIn(n,t.has(`keep`)),this.busy=!1)}};S([p({type:Boolean})],Q.prototype,`wrong`,void 0),S([u()],Q.prototype,`busy`,void 0),Q=S([i(`fr-sign-in`)],Q);var $=class extends ee{constructor(...e){super(...e),this.#e=new je(this,{context:a}),this.services=null}#e;static{this.styles=[c,r,l`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .frame {
        display: grid;
        grid-template-columns: 224px minmax(0, 1fr);
        min-height: 100dvh;
      }
      main {
        padding: 20px 32px 64px;
        max-width: 1480px;
        width: 100%;
        margin-inline: auto;
        outline: none;
      }
      .skip {
        position: fixed;
        left: 12px;
        top: -60px;
        z-index: 30;
      }
      .skip:focus {
        top: 12px;
      }
      .waiting {
        min-height: 100dvh;
        display: grid;
        place-content: center;
      }
      @media (max-width: 1000px) {
        .frame {
          grid-template-columns: 76px minmax(0, 1fr);
        }
      }
      @media (max-width: 700px) {
        :host {
          --bar-height: 64px;
        }
        .frame {
          display: block;
        }
        main {
          padding: 8px 16px calc(88px + env(safe-area-inset-bottom));
        }
      }
    `]}start(e){this.#e.setValue(e),this.services=e,f(this,()=>[e.site,e.router]),this.#n(e),e.router.start(),e.router.subscribe(()=>this.#r()),e.site.enter(),setInterval(()=>this.requestUpdate(),3e4)}render(){if(this.services===null)return v;let{gate:e}=this.services.site.state;return e===`open`?this.#t():e===`starting`?m`<div class="waiting" role="status">${y(`app.name`)}</div>`:e===`unreachable`?m`<main class="waiting">
        <fr-notice heading=${y(`offline.title`)} text=${y(`offline.never`)}>
          <button class="primary" @click=${()=>void this.services?.site.enter()}>
            ${y(`action.again`)}
          </button>
        </fr-notice>
      </main>`:m`<fr-sign-in .wrong=${e===`wrong-token`}></fr-sign-in><fr-toasts></fr-toasts>`}#t(){let e=this.services?.router.state.place??{path:[],params:new URLSearchParams},t=Ze(e);return m`<a class="button skip" href="#main" @click=${e=>this.#i(e)}
        >${y(`app.skip`)}</a
      >
      <div class="frame">
        <fr-nav .current=${t.tab}></fr-nav>
        <div>
          <fr-header></fr-header>
          <main id="main" tabindex="-1">${t.render(e)}</main>
        </div>
      </div>
      <fr-toasts></fr-toasts>`}#n(e){e.site.subscribe(()=>this.requestUpdate())}#r(){this.requestUpdate(),window.scrollTo({top:0})}#i(e){e.preventDefault(),this.renderRoot.querySelector(`main`)?.focus()}};S([u()],$.prototype,`services`,void 0),$=S([i(`fr-app`)],$);var et=[`identities`,`sightings`,`health`,`reviews`,`searches`,`jobs`,`plan`];function tt(){let e=new URL(`api/`,new URL(`.`,location.href)).href,t=new Te(sessionStorage,localStorage),n=new Se(sessionStorage);window.addEventListener(`pagehide`,()=>n.write());let r=new ve({base:e,token:()=>t.get(),onUnauthorized:()=>{n.forget(),a.lock()},kept:n,whyNot:()=>fe(a)?y(`offline.act`):null}),i=new w({topics:et,open:()=>{let n=`${e.replace(/^http/,`ws`)}ws`;return new WebSocket(n,T(t.get()))},later:(e,t)=>{let n=setTimeout(t,e*1e3);return()=>clearTimeout(n)}});i.subscribe(({event:e,data:t})=>{let r=t?.change===`forgotten`;e===`identity_changed`&&r&&n.forget()});let a=new De({api:r,live:i,hasToken:()=>t.get()!==null,keptAt_ms:()=>n.heard_ms,now:()=>Date.now()});return{api:r,live:i,site:a,router:new we(window),pictures:new k({fetch:e=>r.blob(e),toUrl:e=>URL.createObjectURL(e),revoke:e=>URL.revokeObjectURL(e)}),toasts:new ke(r,(e,t)=>setTimeout(t,e*1e3)),signIn:async(e,n)=>{t.keep(e,n),await a.enter(),a.state.gate!==`open`&&t.forget()},signOut:()=>{t.forget(),n.forget(),a.lock()}}}document.querySelector(`fr-app`)?.start(tt());export{R as a,P as c,Le as i,Re as n,Fe as o,ze as r,Pe as s,U as t};