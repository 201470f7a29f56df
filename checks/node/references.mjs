// What one object of an overlay says of another: a selector selects something, a name is somebody's, a port is open. The API server
// accepts all of these mistakes; they show when nothing works.
import { conclude, objectsIn } from "./objects.mjs";

const problems = [];
let looked = 0;

function templateOf(object) {
  return object.spec?.jobTemplate?.spec?.template ?? (object.kind === "Pod" ? object : object.spec?.template);
}

function matches(labels, selector) {
  return Object.entries(selector?.matchLabels ?? selector ?? {}).every(([key, value]) => labels?.[key] === value);
}

function look(file) {
  const all = objectsIn(file);
  const named = (kind, name) => all.find(({ object }) => object.kind === kind && object.metadata.name === name)?.object;
  const pods = all
    .filter(({ object, isStrimzi }) => !isStrimzi && templateOf(object)?.spec?.containers)
    .map(({ object }) => templateOf(object));
  const ports = (pod) => pod.spec.containers.flatMap((container) => container.ports ?? []);

  for (const { object, called } of all) {
    const expect = (holds, otherwise) => {
      looked += 1;
      if (!holds) {
        problems.push(`${called}: ${otherwise}`);
      }
    };
    const { kind, spec } = object;
    // Pods that an operator makes carry labels of its domain, and are not among those here.
    const isOurs = (selector) => Object.keys(selector).every((key) => !key.includes("/") || key.startsWith("app.kubernetes.io/"));

    if (kind === "Service" && spec.selector) {
      const selected = pods.filter((pod) => matches(pod.metadata?.labels, spec.selector));
      expect(selected.length, "selects no pod");
      for (const { targetPort, port } of spec.ports ?? []) {
        const wanted = targetPort ?? port;
        expect(
          selected.every((pod) => ports(pod).some(({ name, containerPort }) => wanted === name || wanted === containerPort)),
          `port ${wanted} is none of its pods'`);
      }
    }
    if (["PodDisruptionBudget", "NetworkPolicy"].includes(kind)) {
      const selector = (spec.selector ?? spec.podSelector)?.matchLabels;
      if (selector && isOurs(selector)) {
        expect(pods.some((pod) => matches(pod.metadata?.labels, selector)), "selects no pod");
      }
    }
    if (kind === "ServiceMonitor") {
      const services = all.filter(({ object: other }) => other.kind === "Service" && matches(other.metadata.labels, spec.selector));
      expect(services.length, "selects no Service");
      for (const { port } of spec.endpoints) {
        expect(
          services.every(({ object: service }) => service.spec.ports.some(({ name }) => name === port)),
          `its Service has no port ${port}`);
      }
    }
    if (kind === "Ingress") {
      for (const { backend } of (spec.rules ?? []).flatMap((rule) => rule.http.paths)) {
        const { name, port } = backend.service;
        expect(
          named("Service", name)?.spec.ports.some((open) => open.name === port.name || open.port === port.number),
          `no Service ${name} with port ${port.name ?? port.number}`);
      }
    }
    if (spec?.scaleTargetRef) {
      expect(named(spec.scaleTargetRef.kind ?? "Deployment", spec.scaleTargetRef.name), `scales nothing: ${spec.scaleTargetRef.name}`);
    }
    if (spec?.template?.metadata && spec.selector) {
      expect(matches(spec.template.metadata.labels, spec.selector), "does not select its own pods");
    }
    if (object.metadata.labels?.["strimzi.io/cluster"] && kind !== "Kafka") {
      expect(named("Kafka", object.metadata.labels["strimzi.io/cluster"]), "belongs to no Kafka here");
    }

    const pod = templateOf(object)?.spec;
    if (pod?.containers && !object.apiVersion.startsWith("kafka.")) {
      const { serviceAccountName: account } = pod;
      expect(!account || account === "default" || named("ServiceAccount", account), `no ServiceAccount ${account}`);
      const volumes = pod.volumes ?? [];
      const configs = volumes.flatMap((volume) => [volume.configMap, ...(volume.projected?.sources ?? []).map((source) => source.configMap)]);
      for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
        for (const { name } of container.volumeMounts ?? []) {
          expect(volumes.some((volume) => volume.name === name), `mounts ${name}, which is no volume of it`);
        }
        configs.push(
          ...(container.envFrom ?? []).map((from) => from.configMapRef),
          ...(container.env ?? []).map((variable) => variable.valueFrom?.configMapKeyRef));
        for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
          const wanted = container[probe]?.httpGet?.port;
          expect(
            wanted === undefined || (container.ports ?? []).some(({ name, containerPort }) => wanted === name || wanted === containerPort),
            `${probe} asks port ${wanted}, which its container does not name`);
        }
      }
      for (const config of configs.filter((each) => each && !each.optional)) {
        const there = named("ConfigMap", config.name);
        expect(there, `no ConfigMap ${config.name}`);
        expect(!there || !config.key || config.key in (there.data ?? {}), `no key ${config.key} in ConfigMap ${config.name}`);
      }
    }
  }
}

process.argv.slice(2).forEach(look);
conclude(problems, `${looked} things that objects say of one another hold`);
