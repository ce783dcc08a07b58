package org.throughline.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Takes what partitions yield as each of them ends, so that the driver never holds all of it. */
final class PartitionResults {
  private PartitionResults() {}

  /** Runs a job and gives each element to a consumer, one at a time, in no order. */
  static <T> void forEach(JavaRDD<T> elements, Consumer<T> consumer) {
    RDD<T> rdd = elements.rdd();
    List<Object> partitions = new ArrayList<>();
    for (int i = 0; i < elements.getNumPartitions(); i++) {
      partitions.add(i);
    }
    Seq<Object> all = CollectionConverters.asScala(partitions).toSeq();
    ClassTag<ArrayList<T>> tag = ClassTag$.MODULE$.apply(ArrayList.class);
    rdd.sparkContext()
        .<T, ArrayList<T>>runJob(
            rdd,
            new Gather<T>(),
            all,
            new AbstractFunction2<Object, ArrayList<T>, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object partition, ArrayList<T> yielded) {
                yielded.forEach(consumer);
                return BoxedUnit.UNIT;
              }
            },
            tag);
  }

  private static final class Gather<T>
      extends AbstractFunction2<TaskContext, Iterator<T>, ArrayList<T>> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public ArrayList<T> apply(TaskContext context, Iterator<T> elements) {
      ArrayList<T> gathered = new ArrayList<>();
      while (elements.hasNext()) {
        gathered.add(elements.next());
      }
      return gathered;
    }
  }
}
